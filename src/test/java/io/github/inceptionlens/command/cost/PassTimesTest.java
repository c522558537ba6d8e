package io.github.inceptionlens.command.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.network.Pass;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.LayerCost;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.band.RunPlan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PassTimesTest {

  @Test
  void whatTookSoLongTakesAsLongAgainPerPixelAndTheUnknownIsNotGuessed() {
    assertThat(PassTimes.words("test a", 1000)).isEmpty();
    PassTimes.record("test a", 1000, 2);
    assertThat(PassTimes.words("test a", 5000)).isEqualTo("about 10 s, ");
    assertThat(PassTimes.words("test a", 100_000)).isEqualTo("about 3 min, ");
    assertThat(PassTimes.words("test a", 10)).isEqualTo("about 1 s, ");
    assertThat(PassTimes.words("test b", 10)).isEmpty();
    PassTimes.record("test b", 0, 3);
    assertThat(PassTimes.words("test b", 10)).isEmpty();
  }

  @Test
  void aPassToOneLayerTellsOfAnotherByWhatBothCost() {
    final Architecture network = Training.CAFFE.architecture().named("test c");
    assertThat(PassTimes.seconds(network, List.of("mixed4c"), 1024, 1024)).isEmpty();
    PassTimes.record(pass(network, "mixed4c", 1024, 8));
    assertThat(PassTimes.seconds(network, List.of("inception_4c"), 2048, 1024).orElseThrow())
        .isCloseTo(16, within(1e-9));
    final double cheaper =
        (double) LayerCost.upTo(network, List.of("conv2d2"), 1024, 1024).multiplyAdds()
            / LayerCost.upTo(network, List.of("mixed4c"), 1024, 1024).multiplyAdds();
    assertThat(PassTimes.seconds(network, List.of("conv2d2"), 1024, 1024).orElseThrow())
        .isCloseTo(8 * cheaper, within(1e-9));
  }

  @Test
  void theNearestInCostTellsAndTheLatestOfOneLayer() {
    final Architecture network = Training.CAFFE.architecture().named("test d");
    PassTimes.record(pass(network, "conv2d0", 512, 100));
    PassTimes.record(pass(network, "mixed4d", 512, 5));
    PassTimes.record(pass(network, "mixed4d", 512, 2));
    assertThat(PassTimes.seconds(network, List.of("mixed4d"), 512, 512)).contains(2.0);
    assertThat(PassTimes.seconds(network, List.of("mixed4e"), 512, 512).orElseThrow())
        .isBetween(2.0, 2.5);
  }

  private static Pass pass(
      final Architecture network, final String layer, final int side, final double seconds) {
    return new Pass(
        false, network, List.of(layer), side, side, new RunPlan(1, Optional.empty()), seconds);
  }
}
