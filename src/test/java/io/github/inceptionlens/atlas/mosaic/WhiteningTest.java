package io.github.inceptionlens.atlas.mosaic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** IconDirections apart from what all have. */
final class WhiteningTest {

  private static final int CHANNELS = 6;

  /** Vectors of which the first channel is large in all, and another one in each. */
  private static float[] vectors() {
    final Random dice = new Random(1);
    final float[] vectors = new float[600 * CHANNELS];
    for (int i = 0; i < 600; i++) {
      vectors[i * CHANNELS] = 10;
      vectors[i * CHANNELS + 1 + i % 5] = 1 + 0.1f * (float) dice.nextGaussian();
    }
    return vectors;
  }

  @Test
  void whatAllHaveCountsLess() {
    final float[] direction =
        IconDirections.unit(Whitening.of(vectors(), CHANNELS).of(new float[] {10, 1, 0, 0, 0, 0}));
    assertThat(direction[1]).isGreaterThan(Math.abs(direction[2]) * 3);
    assertThat(direction[0] / direction[1]).isLessThan(5);
  }

  @Test
  void itIsTheInverseOfTheCovarianceWithARidge() {
    final float[] diagonal = new float[CHANNELS * CHANNELS];
    for (int i = 0; i < CHANNELS; i++) {
      diagonal[i * CHANNELS + i] = i + 1;
    }
    final float[] one = {1, 1, 1, 1, 1, 1};
    final float[] found = Whitening.of(diagonal, CHANNELS).of(one);
    double mean = 0;
    for (int i = 0; i < CHANNELS; i++) {
      mean += (i + 1.0) * (i + 1) / CHANNELS / CHANNELS;
    }
    for (int i = 0; i < CHANNELS; i++) {
      final double variance = (i + 1.0) * (i + 1) / CHANNELS;
      assertThat((double) found[i]).isCloseTo(1 / (variance + 0.1 * mean), within(1e-4));
    }
  }
}
