package io.github.inceptionlens.network.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.gradient.Gradient;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.Gradients;
import io.github.inceptionlens.network.gradient.ReluRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GraftTest {

  private static final Picture PICTURE = SmallNetworks.picture(75, 66);
  private static final String LAYER = "mixed4c";

  private static InceptionV1 network;
  private static int channels;

  @BeforeAll
  static void open() {
    network = SmallNetworks.narrow(FrameworkConventions.CAFFE);
    channels = network.architecture().layer(LAYER).channels();
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static Graft.Affine identity() {
    final float[] weights = new float[channels * channels];
    for (int i = 0; i < channels; i++) {
      weights[i * channels + i] = 1;
    }
    return new Graft.Affine(weights, new float[channels]);
  }

  private static Graft.Affine random(final int entries) {
    final Random random = new Random(7);
    final float[] weights = new float[entries * channels];
    final float[] bias = new float[entries];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextGaussian();
    }
    for (int i = 0; i < entries; i++) {
      bias[i] = (float) random.nextGaussian();
    }
    return new Graft.Affine(weights, bias);
  }

  private static InceptionV1 with(
      final Graft.Affine encoder, final Nonlinearity nonlinearity, final Graft.Affine decoder) {
    return network.with(
        List.of(new Graft("dict", LAYER, encoder, nonlinearity, Optional.ofNullable(decoder))));
  }

  private static FeatureMap map(final InceptionV1 of, final String layer) {
    return of.run(PICTURE, List.of(layer)).map(layer);
  }

  @Test
  void theIdentityIsTheLayerAndSoIsItsWayBack() {
    try (InceptionV1 edited = with(identity(), Nonlinearity.NONE, identity())) {
      final FeatureMap trunk = map(network, LAYER);
      final FeatureMap dict = map(edited, "dict");
      assertThat(dict.geometry()).isEqualTo(trunk.geometry());
      for (int i = 0; i < channels; i++) {
        assertThat(dict.channel(i)).isEqualTo(trunk.channel(i));
        assertThat(map(edited, "dict_decoded").channel(i)).isEqualTo(trunk.channel(i));
      }
      assertThat(edited.architecture().unit("dict:3")).hasToString("dict:3");
      assertThat(edited.architecture().mainLayers()).isEqualTo(network.architecture().mainLayers());
    }
  }

  @Test
  void aDictionaryOfAllChannelsWithAsManyActiveChangesNoLogitInTheLayersPlace() {
    final Graft graft =
        new Graft("dict", LAYER, identity(), Nonlinearity.topK(channels), Optional.of(identity()));
    try (InceptionV1 edited = network.with(List.of(graft, new Substitution(LAYER, "dict")))) {
      for (int i = 0; i < channels; i++) {
        assertThat(map(edited, LAYER).channel(i)).isEqualTo(map(network, LAYER).channel(i));
      }
      assertThat(edited.run(PICTURE, List.of(Architecture.LOGITS)).logits())
          .isEqualTo(network.run(PICTURE, List.of(Architecture.LOGITS)).logits());
    }
  }

  @Test
  void aDirectionIsTheSumByHandAndItsRectifierThePositivePart() {
    final int entries = 5;
    final Graft.Affine encoder = random(entries);
    try (InceptionV1 edited = with(encoder, Nonlinearity.RELU, null)) {
      final FeatureMap trunk = map(network, LAYER);
      for (int entry = 0; entry < entries; entry++) {
        final float[] strengths = map(edited, "dict_pre_relu").channel(entry);
        final float[] positive = map(edited, "dict").channel(entry);
        for (int place = 0; place < strengths.length; place++) {
          double sum = encoder.bias()[entry];
          for (int i = 0; i < channels; i++) {
            sum += encoder.weights()[entry * channels + i] * trunk.channel(i)[place];
          }
          assertThat((double) strengths[place]).isCloseTo(sum, within(1e-3 * (1 + Math.abs(sum))));
          assertThat(positive[place]).isEqualTo(Math.max(strengths[place], 0));
        }
      }
    }
  }

  @Test
  void topKKeepsTheLargestPositiveOnesOfEqualOnesTheFirst() {
    final int entries = 9;
    final Graft.Affine drawn = random(entries);
    System.arraycopy(drawn.weights(), 2 * channels, drawn.weights(), 6 * channels, channels);
    drawn.bias()[6] = drawn.bias()[2];
    try (InceptionV1 edited = with(drawn, Nonlinearity.topK(3), null)) {
      final FeatureMap before = map(edited, "dict_pre_relu");
      final FeatureMap after = map(edited, "dict");
      for (int place = 0; place < before.channel(0).length; place++) {
        final int at = place;
        final List<Integer> best =
            IntStream.range(0, entries)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -before.channel(i)[at]))
                .limit(3)
                .filter(i -> before.channel(i)[at] > 0)
                .toList();
        for (int i = 0; i < entries; i++) {
          assertThat(after.channel(i)[at])
              .as("entry %d at %d", i, at)
              .isEqualTo(best.contains(i) ? before.channel(i)[at] : 0);
        }
      }
    }
  }

  /** A direction of one channel has the channel's gradient, whatever the rule. */
  @ParameterizedTest
  @EnumSource(ReluRule.class)
  void gradientsThroughTheIdentityAreThoseOfTheLayer(final ReluRule rule) {
    try (InceptionV1 edited = with(identity(), Nonlinearity.NONE, null)) {
      final float[] direct = pixels(network, LAYER, rule);
      final float[] through = pixels(edited, "dict", rule);
      assertThat(through).containsExactly(direct, within(1e-6f));
    }
  }

  private static float[] pixels(final InceptionV1 of, final String layer, final ReluRule rule) {
    final Gradient gradient =
        Gradients.of(
                of, List.of(PICTURE), GradientRequest.pixels(Objective.channel(layer, 4), rule))
            .get(0);
    return gradient.pixels().plane(0);
  }

  @Test
  void theSlopeThroughTopKIsAFiniteDifference() {
    try (InceptionV1 edited = with(random(9), Nonlinearity.topK(3), null)) {
      final Objective objective = Objective.channel("dict", 1);
      final float[] slope =
          Gradients.of(edited, List.of(PICTURE), GradientRequest.pixels(objective, ReluRule.EXACT))
              .get(0)
              .pixels()
              .plane(0);
      final int at = strongest(slope);
      final double step = 0.05;
      final double rise =
          edited.values(List.of(moved(at, step)), objective)[0]
              - edited.values(List.of(moved(at, -step)), objective)[0];
      assertThat(rise / (2 * step)).isCloseTo(slope[at], within(0.05 * Math.abs(slope[at])));
    }
  }

  private static int strongest(final float[] values) {
    int most = 0;
    for (int i = 0; i < values.length; i++) {
      most = Math.abs(values[i]) > Math.abs(values[most]) ? i : most;
    }
    return most;
  }

  private static Picture moved(final int pixel, final double step) {
    final List<float[]> planes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      planes.add(PICTURE.plane(i).clone());
    }
    planes.get(0)[pixel] += (float) step;
    return PICTURE.withPlanes(planes);
  }

  @Test
  void networksShareWeightsAndCloseInAnyOrder() {
    final InceptionV1 parent = SmallNetworks.narrow(FrameworkConventions.CAFFE);
    final InceptionV1 child =
        parent.with(
            List.of(new Graft("dict", LAYER, identity(), Nonlinearity.NONE, Optional.empty())));
    final InceptionV1 same = parent.with(List.of());
    assertThat(same.digest()).isEqualTo(parent.digest());
    assertThat(child.digest()).isNotEqualTo(parent.digest()).matches("[0-9a-f]{64}");
    final float[] before = map(parent, LAYER).channel(2);
    parent.close();
    parent.close();
    assertThat(map(child, "dict").channel(2)).isEqualTo(before);
    child.close();
    assertThat(map(same, LAYER).channel(2)).isEqualTo(before);
    same.close();
    assertThatThrownBy(() -> same.with(List.of())).hasMessageContaining("the network is closed");
  }

  @Test
  void digestsTellTensorsAndRecipesApart() {
    final Graft.Affine changed = identity();
    changed.weights()[0] = 2;
    try (InceptionV1 one = with(identity(), Nonlinearity.NONE, null);
        InceptionV1 again = with(identity(), Nonlinearity.NONE, null);
        InceptionV1 rectified = with(identity(), Nonlinearity.RELU, null);
        InceptionV1 other = with(changed, Nonlinearity.NONE, null)) {
      assertThat(again.digest()).isEqualTo(one.digest());
      assertThat(List.of(one.digest(), rectified.digest(), other.digest())).doesNotHaveDuplicates();
      assertThat(one.provenance().entries())
          .containsEntry("edits", "dictionary dict of mixed4c, " + channels + " entries, none");
    }
  }

  @Test
  void aGraftOfAnotherLayerOrWithATakenNameIsRefused() {
    assertThatThrownBy(
            () ->
                network.with(
                    List.of(
                        new Graft(
                            "dict", "mixed3a", identity(), Nonlinearity.NONE, Optional.empty()))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("but mixed3a of narrow has");
    assertThatThrownBy(
            () ->
                network.with(
                    List.of(
                        new Graft(
                            "mixed4d", LAYER, identity(), Nonlinearity.NONE, Optional.empty()))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("\"mixed4d\" is that of a layer");
  }
}
