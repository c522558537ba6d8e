package io.github.inceptionlens.attribution.cam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.attribution.Attribution;
import io.github.inceptionlens.attribution.AttributionMap;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.PlaneArithmetic;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScoreCamTest {

  private static final int SIDE = 64;
  private static final String LAYER = "mixed3a";
  private static final Picture PICTURE = SmallNetworks.noise(SIDE, SIDE, 1);

  @Test
  void everyChannelIsWeightedByWhatTheNetworkSeesThroughIt() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      final Attribution result = attribution(network, 10_000);
      final FeatureMap map = network.run(PICTURE, List.of(LAYER)).map(LAYER);
      final float[] expected = reference(network, map);
      final float[] actual = ((AttributionMap.OfLayer) result.map()).map();
      for (int i = 0; i < expected.length; i++) {
        assertThat(actual[i]).isCloseTo(expected[i], within(1e-3f * Math.abs(expected[i]) + 1e-4f));
      }
      final int channels = map.layer().channels();
      assertThat(result.provenance().entries())
          .containsEntry("channels", channels + " of " + channels + ", by mean activation");
    }
  }

  /** Channel by channel, as the paper has it. */
  private static float[] reference(final InceptionV1 network, final FeatureMap map) {
    final double[] means = {123, 117, 104};
    final List<Double> powers = new ArrayList<>();
    for (int channel = 0; channel < map.layer().channels(); channel++) {
      final float[] large =
          Registration.ALIGNED.place(
              map.channel(channel), map.geometry(), Placement.identity(SIDE, SIDE));
      float low = large[0];
      float high = large[0];
      for (final float value : large) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
      final float least = low;
      final float span = Math.max(high - low, 1e-8f);
      final Picture seen =
          PlaneArithmetic.map(
              PICTURE,
              (c, i) -> means[c] + (large[i] - least) / span * (PICTURE.arrays()[c][i] - means[c]));
      powers.add(Math.exp(network.run(seen, List.of(Architecture.LOGITS)).logits()[1]));
    }
    final double total = powers.stream().mapToDouble(power -> power).sum();
    final float[] sums = new float[map.channel(0).length];
    for (int i = 0; i < sums.length; i++) {
      double sum = 0;
      for (int channel = 0; channel < powers.size(); channel++) {
        sum += powers.get(channel) / total * map.channel(channel)[i];
      }
      sums[i] = (float) Math.max(sum, 0);
    }
    return sums;
  }

  private static Attribution attribution(final InceptionV1 network, final int channels) {
    return new ScoreCam()
        .attribute(
            network,
            PICTURE,
            AttributionRequest.of("class:1").layer(LAYER).samples(channels),
            Progress.NONE);
  }

  @Test
  void oneChannelAloneIsTheStrongest() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      final FeatureMap map = network.run(PICTURE, List.of(LAYER)).map(LAYER);
      int strongest = 0;
      for (int channel = 1; channel < map.layer().channels(); channel++) {
        if (LayerGradients.mean(map.channel(channel))
            > LayerGradients.mean(map.channel(strongest))) {
          strongest = channel;
        }
      }
      final Attribution result = attribution(network, 1);
      assertThat(((AttributionMap.OfLayer) result.map()).map())
          .usingComparatorWithPrecision(1e-4f)
          .containsExactly(map.channel(strongest));
      assertThat(result.provenance().entries()).containsEntry("samples", "1");
    }
  }
}
