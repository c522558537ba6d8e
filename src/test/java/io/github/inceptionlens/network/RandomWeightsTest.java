package io.github.inceptionlens.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Also what a digest tells apart. */
class RandomWeightsTest {

  private static final Architecture NARROW =
      Training.CAFFE.narrowed(8, "narrow", List.of("a", "b")).architecture();

  @Test
  void theSeedDecides() {
    final String digest = RandomWeights.of(NARROW, 1).digest();
    assertThat(digest).matches("[0-9a-f]{64}").isEqualTo(RandomWeights.of(NARROW, 1).digest());
    assertThat(digest).isNotEqualTo(RandomWeights.of(NARROW, 2).digest());
  }

  @Test
  void varianceFollowsTheFanIn() {
    final Weights weights = RandomWeights.of(NARROW, 3);
    final TensorSpec spec = new TensorSpec("mixed5b_3x3_w", List.of(48, 24, 3, 3));
    final float[] values = weights.tensors().get(spec);
    final double squares =
        IntStream.range(0, values.length).mapToDouble(i -> values[i] * values[i]).sum();
    assertThat(squares / values.length).isCloseTo(2.0 / (24 * 9), within(1e-3));
  }

  @Test
  void theDigestIsTheSameWhenAskedTwice() {
    final Weights weights = RandomWeights.of(NARROW, 4);
    assertThat(weights.digest()).isEqualTo(weights.digest());
  }
}
