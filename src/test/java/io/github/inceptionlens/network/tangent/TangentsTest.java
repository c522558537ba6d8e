package io.github.inceptionlens.network.tangent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.cam.ChannelAttribution;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.PlantedCircuit;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.weights.BundledWeights;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Derivatives forward are those backward. */
final class TangentsTest {

  private static Tangents.Direction own(final FeatureMap map, final int unit) {
    final float[] values = new float[map.layer().channels()];
    for (int channel = 0; channel < values.length; channel++) {
      values[channel] = map.channel(channel)[unit];
    }
    return new Tangents.Direction(unit, values);
  }

  private static void assertAsBackward(
      final InceptionV1 network, final Picture picture, final String layer, final int... classes) {
    final FeatureMap map = network.run(picture, List.of(layer)).map(layer);
    final List<Tangents.Direction> all =
        IntStream.range(0, map.channel(0).length).mapToObj(unit -> own(map, unit)).toList();
    final float[][] found = new Tangents(network).logits(picture, map, all);
    for (final int index : classes) {
      final float[] backward =
          ChannelAttribution.of(
                  network, picture, AttributionRequest.of("class:" + index).layer(layer))
              .places();
      double largest = 0;
      double farthest = 0;
      for (int unit = 0; unit < backward.length; unit++) {
        largest = Math.max(largest, Math.abs(backward[unit]));
        farthest = Math.max(farthest, Math.abs(backward[unit] - found[unit][index]));
      }
      assertThat(largest).isPositive();
      assertThat(farthest).as("class %s", index).isLessThan(1e-3 * largest);
    }
  }

  @ParameterizedTest
  @EnumSource(FrameworkConventions.class)
  void ofEveryKindOfNetworkAndSize(final FrameworkConventions conventions) {
    try (InceptionV1 network = SmallNetworks.narrow(conventions)) {
      for (final String layer : List.of("conv2d1", "mixed4a", "mixed5b")) {
        assertAsBackward(network, SmallNetworks.picture(75, 66), layer, 0, 3);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mixed3b", "mixed4d", "mixed5a", "mixed4c_3x3"})
  void ofTheBundledNetwork(final String layer) {
    try (InceptionV1 network =
        new InceptionV1(
            TorchEngine.start(Progress.NONE),
            Training.TEXTURES.architecture(),
            BundledWeights.textures())) {
      assertAsBackward(network, SmallNetworks.picture(97, 128), layer, 0, 5, 27);
    }
  }

  @Test
  void ofACircuitThatIsKnown() {
    try (InceptionV1 network = PlantedCircuit.network()) {
      assertAsBackward(network, SmallNetworks.noise(40, 33, 1), "conv2d0", 0, 2);
      assertAsBackward(network, SmallNetworks.noise(40, 33, 1), "conv2d1", 0, 2);
    }
  }

  @Test
  void belowALinearHeadItIsTheWeightsTimesTheVector() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      final Picture picture = SmallNetworks.picture(96, 80);
      final FeatureMap map = network.run(picture, List.of("mixed5b")).map("mixed5b");
      final Tangents.Direction direction = own(map, 2);
      final float[] found = new Tangents(network).logits(picture, map, List.of(direction))[0];
      final float[] weights = network.operations().values("softmax2_w");
      final int classes = network.architecture().node(Architecture.LOGITS).channels();
      assertThat(found).hasSize(classes);
      for (int index = 0; index < classes; index++) {
        double expected = 0;
        for (int channel = 0; channel < direction.values().length; channel++) {
          expected +=
              (double) weights[index * direction.values().length + channel]
                  * direction.values()[channel]
                  / map.channel(0).length;
        }
        assertThat((double) found[index])
            .isCloseTo(expected, within(1e-5 + 1e-4 * Math.abs(expected)));
      }
    }
  }
}
