package io.github.inceptionlens.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.Nonlinearity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a unit adds to the classes, beside what can be worked out. */
class AblationEffectTest {

  private static final List<Picture> PICTURES =
      List.of(SmallNetworks.noise(96, 80, 1), SmallNetworks.noise(70, 90, 2));

  private static InceptionV1 network;

  @BeforeAll
  static void open() {
    network = SmallNetworks.narrow(FrameworkConventions.CAFFE);
  }

  @AfterAll
  static void close() {
    network.close();
  }

  /** The classifier is linear in the last layer's means. */
  @Test
  void ofTheLastLayerIsTheMeanTimesTheClassifiersWeights() {
    final int channels = network.architecture().node("mixed5b").channels();
    final float[] weights = network.operations().values("softmax2_w");
    for (final int channel : new int[] {0, channels - 1}) {
      final double[] effects =
          AblationEffect.ofLogits(network, new Unit("mixed5b", channel), PICTURES, Progress.NONE);
      final double mean =
          PICTURES.stream().mapToDouble(picture -> mean(picture, channel)).average().orElseThrow();
      for (int i = 0; i < effects.length; i++) {
        final double expected = mean * weights[i * channels + channel];
        assertThat(effects[i]).isCloseTo(expected, within(1e-3 * (1 + Math.abs(expected))));
      }
    }
  }

  private static double mean(final Picture picture, final int channel) {
    final float[] map = network.run(picture, List.of("mixed5b")).map("mixed5b").channel(channel);
    double sum = 0;
    for (final float value : map) {
      sum += value;
    }
    return sum / map.length;
  }

  @Test
  void ofAnyLayerIsWhatRunningOnWithoutTheChannelTakesAway() {
    final Unit unit = new Unit("mixed4c", 3);
    final double[] effects =
        AblationEffect.ofLogits(
            network, new Unit("mixed4c_pre_relu", 3), PICTURES.subList(0, 1), Progress.NONE);
    final FeatureMap map = network.run(PICTURES.get(0), List.of(unit.layer())).map(unit.layer());
    final float[] with = network.runOn(map, List.of(Architecture.LOGITS)).logits();
    Arrays.fill(map.channel(unit.channel()), 0);
    final float[] without = network.runOn(map, List.of(Architecture.LOGITS)).logits();
    for (int i = 0; i < effects.length; i++) {
      assertThat(effects[i]).isCloseTo((double) with[i] - without[i], within(1e-3));
    }
  }

  @Test
  void ofAnEntryThatIsAChannelIsTheChannels() {
    final int channels = network.architecture().layer("mixed4c").channels();
    final float[] rows = new float[channels * channels];
    for (int i = 0; i < channels; i++) {
      rows[i * channels + i] = 1;
    }
    final Graft.Affine same = new Graft.Affine(rows, new float[channels]);
    try (InceptionV1 edited =
        network.edited(new Graft("dict", "mixed4c", same, Nonlinearity.RELU, Optional.of(same)))) {
      assertThat(AblationEffect.ofLogits(edited, new Unit("dict", 2), PICTURES, Progress.NONE))
          .containsExactly(
              AblationEffect.ofLogits(network, new Unit("mixed4c", 2), PICTURES, Progress.NONE),
              within(1e-3));
    }
  }

  @Test
  void picturesThatAreTooSmallAreRefused() {
    assertThatThrownBy(
            () ->
                AblationEffect.ofLogits(
                    network,
                    new Unit("mixed4c", 2),
                    List.of(SmallNetworks.noise(3, 3, 1)),
                    Progress.NONE))
        .isInstanceOf(UserError.class);
  }
}
