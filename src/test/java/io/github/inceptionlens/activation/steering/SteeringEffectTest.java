package io.github.inceptionlens.activation.steering;

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
import io.github.inceptionlens.network.architecture.channel.ChannelChange.Kind;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.network.edit.UnitSet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What steering does to the classes, beside what can be worked out. */
class SteeringEffectTest {

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
      final double[] effects = off(network, new Unit("mixed5b", channel), PICTURES);
      final double mean =
          PICTURES.stream().mapToDouble(picture -> mean(picture, channel)).average().orElseThrow();
      for (int i = 0; i < effects.length; i++) {
        final double expected = -mean * weights[i * channels + channel];
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
    final double[] effects = off(network, unit, PICTURES.subList(0, 1));
    final FeatureMap map = network.run(PICTURES.get(0), List.of(unit.layer())).map(unit.layer());
    final float[] with = network.runOn(map, List.of(Architecture.LOGITS)).logits();
    Arrays.fill(map.channel(unit.channel()), 0);
    final float[] without = network.runOn(map, List.of(Architecture.LOGITS)).logits();
    for (int i = 0; i < effects.length; i++) {
      assertThat(effects[i]).isCloseTo((double) without[i] - with[i], within(1e-3));
    }
  }

  /** The first channel of a layer that is somewhere above 0. */
  private static Unit active(final String layer) {
    final LargestValues largest = LargestValues.of(List.of(network.architecture().layer(layer)));
    PICTURES.forEach(picture -> largest.look(network, picture, Progress.NONE));
    int channel = 0;
    while (!(largest.of(new Unit(layer, channel)) > 0)) {
      channel++;
    }
    return new Unit(layer, channel);
  }

  private static double[] off(
      final InceptionV1 network, final Unit unit, final List<Picture> pictures) {
    return effects(network, unit, pictures, Kind.ZERO, "0").get(0);
  }

  private static List<double[]> effects(
      final InceptionV1 network,
      final Unit unit,
      final List<Picture> pictures,
      final Kind kind,
      final String strength) {
    final Steering steering =
        new Steering(UnitSet.parseAll(unit.toString()), kind, Strength.parse(strength));
    final LargestValues largest = LargestValues.of(steering.layers(network.architecture()));
    pictures.forEach(picture -> largest.look(network, picture, Progress.NONE));
    return SteeringEffect.ofLogits(network, List.of(steering), largest, pictures, Progress.NONE);
  }

  /** Held at its largest activation everywhere, a channel of the last layer is that on average. */
  @Test
  void upIsTheLargestValueForTheMean() {
    final int channels = network.architecture().node("mixed5b").channels();
    final float[] weights = network.operations().values("softmax2_w");
    final Unit unit = active("mixed5b");
    final double[] up = effects(network, unit, PICTURES, Kind.CLAMP, "1x").get(0);
    double largest = 0;
    for (final Picture picture : PICTURES) {
      for (final float value :
          network.run(picture, List.of("mixed5b")).map("mixed5b").channel(unit.channel())) {
        largest = Math.max(largest, value);
      }
    }
    final double mean =
        PICTURES.stream()
            .mapToDouble(picture -> mean(picture, unit.channel()))
            .average()
            .orElseThrow();
    for (int i = 0; i < up.length; i++) {
      final double expected = (largest - mean) * weights[i * channels + unit.channel()];
      assertThat(up[i]).isCloseTo(expected, within(1e-3 * (1 + Math.abs(expected))));
    }
  }

  @Test
  void ofAnEntryThatIsAChannelIsTheChannelsAndOfASilentOneNothing() {
    final int channels = network.architecture().layer("mixed4c").channels();
    final float[] rows = new float[channels * channels];
    for (int i = 0; i < channels; i++) {
      rows[i * channels + i] = 1;
    }
    final Unit channel = active("mixed4c");
    final Unit entry = new Unit("dict", channel.channel());
    final Unit silent = new Unit("dict", (channel.channel() + 1) % channels);
    final float[] bias = new float[channels];
    bias[silent.channel()] = -1e6f;
    final Graft graft =
        new Graft(
            "dict",
            "mixed4c",
            new Graft.Affine(rows, bias),
            Nonlinearity.RELU,
            Optional.of(new Graft.Affine(rows, new float[channels])));
    try (InceptionV1 edited = network.edited(graft)) {
      assertThat(off(edited, entry, PICTURES))
          .containsExactly(off(network, channel, PICTURES), within(1e-3));
      assertThat(effects(edited, entry, PICTURES, Kind.CLAMP, "1x").get(0))
          .containsExactly(
              effects(network, channel, PICTURES, Kind.CLAMP, "1x").get(0), within(1e-3));
      assertThat(off(edited, silent, PICTURES)).containsOnly(0);
      assertThatThrownBy(() -> effects(edited, silent, PICTURES, Kind.CLAMP, "1x"))
          .isInstanceOf(UserError.class)
          .hasMessageContaining(silent + " is nowhere above 0");
    }
  }

  @Test
  void picturesThatAreTooSmallAreRefused() {
    final List<Picture> small = List.of(SmallNetworks.noise(3, 3, 1));
    assertThatThrownBy(() -> off(network, new Unit("mixed4c", 2), small))
        .isInstanceOf(UserError.class);
  }
}
