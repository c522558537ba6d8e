package io.github.inceptionlens.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.attribution.cam.GroupAttribution;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.evaluation.measure.GroundTruth;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.network.gradient.Gradient;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.Gradients;
import io.github.inceptionlens.weights.BundledWeights;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NeuronGroupsTest {

  private static InceptionV1 network;

  @BeforeAll
  static void open() {
    network =
        new InceptionV1(
            TorchEngine.start(Progress.NONE),
            Training.TEXTURES.architecture(),
            BundledWeights.textures());
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static NeuronGroups of(final List<View> views, final String layer, final int count) {
    return NeuronGroups.of(
        network, views, new NeuronGroups.Request(layer, count, 0), Progress.NONE);
  }

  /** At the command's defaults, on samples whose structures are known. */
  @ParameterizedTest
  @CsvSource({
    "scene-16bit.tif, asters labyrinth-stripes triangular-mesh vesicles, 0.9",
    "scene-8bit.tif, nuclei honeycomb-epithelium aligned-fibres, 0.9",
    "scene-rgb.png, branching-trees concentric-rings honeycomb-epithelium, 0.85"
  })
  void eachStructureOfASceneHasItsGroup(
      final String file, final String structures, final double least) {
    final ImageInput input =
        ImageInput.of(IJ.openImage("sample-images/" + file), InputRequest.ownSize());
    final NeuronGroups groups = of(input.views(), "mixed4d", 6);
    for (final String structure : structures.split(" ")) {
      final String base = file.substring(0, file.indexOf('.'));
      final ImagePlus mask = IJ.openImage("sample-images/" + base + "-mask-" + structure + ".png");
      double best = 0;
      int group = 0;
      for (int i = 0; i < groups.count(); i++) {
        final double area = area(groups, i, input.placement(), mask);
        group = area > best ? i + 1 : group;
        best = Math.max(best, area);
      }
      System.out.printf("%s: %s is group %d, area under ROC %.3f%n", file, structure, group, best);
      assertThat(best).as("%s of %s", structure, file).isGreaterThan(least);
    }
  }

  private static View part() {
    final ImagePlus image = IJ.openImage("sample-images/scene-8bit.tif");
    image.setRoi(30, 50, 150, 120);
    return ImageInput.inside(image, InputRequest.ownSize(), network.architecture().layer("mixed4d"))
        .views()
        .get(0);
  }

  /** The activations of the units whose centers lie in the region, [place, channel]. */
  private static float[][] rows(final FeatureMap map, final View view) {
    final List<float[]> planes =
        Stream.of(map.maps().arrays())
            .map(Registration.NONE.onto(map.geometry(), view.placement()))
            .toList();
    final float[][] rows = new float[planes.get(0).length][planes.size()];
    for (int place = 0; place < rows.length; place++) {
      for (int channel = 0; channel < planes.size(); channel++) {
        rows[place][channel] = planes.get(channel)[place];
      }
    }
    return rows;
  }

  @Test
  void groupsTimesStrengthsAreTheActivationsOfTheRegionButForWhatIsToldToBeLeft() {
    final View view = part();
    final NeuronGroups groups = of(List.of(view, view), "mixed4d", 5);
    final float[][] rows =
        rows(network.run(view.picture(), List.of("mixed4d")).map("mixed4d"), view);
    double squares = 0;
    double left = 0;
    double total = 0;
    double explained = 0;
    for (int place = 0; place < rows.length; place++) {
      for (int channel = 0; channel < rows[place].length; channel++) {
        double sum = 0;
        for (int group = 0; group < groups.count(); group++) {
          final float weight =
              groups.directions().rows()[group * groups.directions().channels() + channel];
          sum += groups.strength(1, group)[place] * weight;
        }
        squares += Math.pow(rows[place][channel], 2);
        left += Math.pow(rows[place][channel] - sum, 2);
        total += rows[place][channel];
        explained += sum;
      }
    }
    assertThat(rows.length).isLessThan(100);
    assertThat(Math.sqrt(left / squares)).isCloseTo(groups.error(), within(0.01));
    assertThat(groups.error()).isBetween(0.1, 0.7);
    double shares = 0;
    int column = 0;
    for (int group = 0; group < groups.count(); group++) {
      shares += groups.share(0, group);
      final int next = groups.peak(0, group) % groups.geometry().x().size();
      assertThat(next).isGreaterThanOrEqualTo(column);
      column = next;
      assertThat(groups.channels(group, 3)).hasSize(3);
    }
    assertThat(groups.totals()[0]).isCloseTo(total, within(1e-3 * total));
    assertThat(shares).isCloseTo(explained / total, within(1e-3)).isBetween(0.7, 1.2);
  }

  @Test
  void contributionsAreStrengthsTimesDerivatives() {
    final View view = part();
    final NeuronGroups groups = of(List.of(view), "mixed4d", 3);
    final double[] contributions =
        GroupAttribution.of(
            network, view, groups.directions(), groups.strengths(0), Objective.logit(17));
    final Gradient.AtLayer layer =
        Gradients.of(
                network,
                List.of(view.picture()),
                GradientRequest.layers(Objective.logit(17), List.of("mixed4d")))
            .get(0)
            .layers()
            .get("mixed4d");
    final float[][] slopes = rows(layer.gradient(), view);
    for (int group = 0; group < 3; group++) {
      double sum = 0;
      double sizes = 0;
      for (int place = 0; place < slopes.length; place++) {
        for (int channel = 0; channel < slopes[place].length; channel++) {
          final double one =
              (double) groups.strength(0, group)[place]
                  * groups.directions().rows()[group * slopes[place].length + channel]
                  * slopes[place][channel];
          sum += one;
          sizes += Math.abs(one);
        }
      }
      assertThat(contributions[group]).isCloseTo(sum, within(1e-5 * sizes));
      assertThat(sizes).isPositive();
    }
  }

  /** Behind the last module all is linear: what the groups leave out is all that is missing. */
  @Test
  void atTheLastModuleManyGroupsComeToTheLogitLessItsBias() {
    final View view =
        ImageInput.of(IJ.openImage("sample-images/scene-8bit.tif"), InputRequest.ownSize())
            .views()
            .get(0);
    final NeuronGroups groups = of(List.of(view), "mixed5b", 60);
    final double[] contributions =
        GroupAttribution.of(
            network, view, groups.directions(), groups.strengths(0), Objective.logit(17));
    final double logit =
        network.run(view.picture(), List.of("softmax2_pre_activation")).logits()[17];
    final double bias = network.operations().values("softmax2_b")[17];
    assertThat(groups.error()).isLessThan(0.05);
    assertThat(Arrays.stream(contributions).sum())
        .isCloseTo(logit - bias, within(0.05 * Math.abs(logit - bias) + 0.05));
  }

  @Test
  void asADictionaryTheGroupsGiveTheStrengthsOfWhatTheyExplain() {
    final View view = part();
    final NeuronGroups groups = of(List.of(view), "mixed4d", 4);
    final Dictionary dictionary = groups.dictionary("kept", network, Map.of());
    assertThat(dictionary.labels()).containsExactly("group 1", "group 2", "group 3", "group 4");
    final int channels = dictionary.channels();
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        double product = 0;
        for (int channel = 0; channel < channels; channel++) {
          product +=
              (double) dictionary.encoder()[i * channels + channel]
                  * dictionary.decoder().orElseThrow()[j * channels + channel];
        }
        assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-4));
      }
    }
    try (InceptionV1 grafted = network.with(List.of(dictionary.graft()))) {
      final FeatureMap entries = grafted.run(view.picture(), List.of("kept")).map("kept");
      for (int group = 0; group < 4; group++) {
        final float[] map =
            Registration.NONE
                .onto(entries.geometry(), view.placement())
                .apply(entries.channel(group));
        assertThat(correlation(map, groups.strength(0, group))).isGreaterThan(0.9);
      }
    }
  }

  private static double correlation(final float[] a, final float[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (double) a[i] * b[i];
      aa += (double) a[i] * a[i];
      bb += (double) b[i] * b[i];
    }
    return ab / Math.sqrt(aa * bb);
  }

  @Test
  void whatHasNegativeValuesAndWhatIsSilentIsRefused() {
    final View view = part();
    assertThatThrownBy(() -> of(List.of(view), "mixed4d_pre_relu", 3))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("need activations of 0 and above")
        .hasMessageContaining("choose a layer after its rectifier");
    try (InceptionV1 silent = SmallNetworks.silent()) {
      assertThatThrownBy(
              () ->
                  NeuronGroups.of(
                      silent,
                      List.of(View.of(SmallNetworks.picture(32, 32))),
                      new NeuronGroups.Request("conv2d1", 3, 0),
                      Progress.NONE))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("nothing fires in conv2d1 here");
    }
  }

  private static double area(
      final NeuronGroups groups, final int group, final Placement placement, final ImagePlus mask) {
    final float[] map =
        Registration.ALIGNED.place(groups.strength(0, group), groups.geometry(), placement);
    final boolean[] inside = new boolean[map.length];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = mask.getProcessor().get(i) != 0;
    }
    return GroundTruth.areaUnderRoc(map, inside);
  }
}
