package io.github.inceptionlens.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.attribution.cam.GroupAttribution;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
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
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.network.gradient.Gradient;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.Gradients;
import io.github.inceptionlens.weights.BundledWeights;
import java.util.List;
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
    "scene-16bit.tif, asters labyrinth-stripes triangular-mesh vesicles",
    "scene-8bit.tif, nuclei honeycomb-epithelium aligned-fibres",
    "scene-rgb.png, branching-trees concentric-rings honeycomb-epithelium"
  })
  void eachStructureOfASceneHasItsGroup(final String file, final String structures) {
    final ImageInput input =
        ImageInput.of(IJ.openImage("sample-images/" + file), InputRequest.ownSize());
    final NeuronGroups groups = of(input.views(), "mixed4d", 6);
    for (final String structure : structures.split(" ")) {
      final String base = file.substring(0, file.indexOf('.'));
      final ImagePlus mask =
          IJ.openImage("sample-images/" + base + "-mask-" + structure + ".png");
      double best = 0;
      int group = 0;
      for (int i = 0; i < groups.count(); i++) {
        final double area = area(groups, i, input.placement(), mask);
        group = area > best ? i + 1 : group;
        best = Math.max(best, area);
      }
      System.out.printf("%s: %s is group %d, area under ROC %.3f%n", file, structure, group, best);
      assertThat(best).as("%s of %s", structure, file).isGreaterThan(0.9);
    }
  }
}
