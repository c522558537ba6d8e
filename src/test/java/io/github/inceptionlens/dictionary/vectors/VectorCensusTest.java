package io.github.inceptionlens.dictionary.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class VectorCensusTest {

  private static final int ROWS = 6_000;

  private static VectorSource vectors(final double... deviations) {
    return new VectorSource() {
      @Override
      public int channels() {
        return deviations.length;
      }

      @Override
      public long size() {
        return ROWS;
      }

      @Override
      public float[] row(final long row) {
        final Random dice = new Random(row * 7_919);
        final float[] values = new float[deviations.length];
        for (int c = 0; c < values.length; c++) {
          values[c] = (float) (3 + deviations[c] * dice.nextGaussian());
        }
        return values;
      }

      @Override
      public VectorOrigin origin(final long row) {
        return new VectorOrigin("a", "a", 1);
      }
    };
  }

  private static VectorCensus census(final double... deviations) {
    return VectorCensus.of(vectors(deviations), IntStream.range(0, ROWS).toArray(), Progress.NONE);
  }

  @Test
  void theEffectiveRankCountsDirectionsThatVaryAlike() {
    assertThat(census(2, 2, 2, 2, 0, 0).effectiveRank()).isCloseTo(4, within(0.05));
    assertThat(census(0, 5, 0, 0, 0, 0).effectiveRank()).isCloseTo(1, within(0.05));
    final double most = 4.0 / 5;
    final double entropy = -most * Math.log(most) - (1 - most) * Math.log(1 - most);
    assertThat(census(2, 1).effectiveRank()).isCloseTo(Math.exp(entropy), within(0.05));
  }

  @Test
  void theScaleBringsTheMeanSquareToTheNumberOfChannels() {
    final VectorCensus census = census(2, 1, 0, 1);
    assertThat(census.variance()).isCloseTo(6, within(0.3));
    assertThat(4 / (census.scale() * census.scale()))
        .isCloseTo(census.variance() + 4 * 9, within(0.5));
  }

  @Test
  void vectorsThatAreTheSameAreRefused() {
    assertThatThrownBy(() -> census(0, 0, 0))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("the activations are the same at all 6000 positions");
  }
}
