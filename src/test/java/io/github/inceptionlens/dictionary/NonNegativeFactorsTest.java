package io.github.inceptionlens.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NonNegativeFactorsTest {

  private static final int ROWS = 1500;
  private static final int CHANNELS = 64;
  private static final int PLANTED = 6;

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4})
  void plantedFactorsAreFound(final long seed) {
    final float[] planted = sparse(PLANTED, CHANNELS, 0.8, new Random(10 + seed));
    final float[] data =
        product(sparse(ROWS, PLANTED, 0.5, new Random(20 + seed)), planted, PLANTED);
    final NonNegativeFactors found =
        NonNegativeFactors.of(data, CHANNELS, PLANTED, seed, Progress.NONE);
    for (int k = 0; k < PLANTED; k++) {
      assertThat(best(planted, k, found.factors())).as("factor " + k).isGreaterThan(0.95);
    }
    assertThat(last(found)).isLessThan(0.05);
  }

  @Test
  void theErrorNeverRisesAndIsWhatTheProductLeaves() {
    final float[] data = sparse(ROWS, CHANNELS, 0.6, new Random(5));
    final NonNegativeFactors found = NonNegativeFactors.of(data, CHANNELS, 12, 1, Progress.NONE);
    assertThat(found.errors().length).isBetween(3, 200);
    for (int i = 1; i < found.errors().length; i++) {
      assertThat(found.errors()[i]).isLessThanOrEqualTo(found.errors()[i - 1] + 1e-12);
    }
    final float[] product = product(found.strengths(), found.factors(), 12);
    double left = 0;
    double all = 0;
    for (int i = 0; i < data.length; i++) {
      left += Math.pow(data[i] - product[i], 2);
      all += Math.pow(data[i], 2);
    }
    assertThat(last(found)).isCloseTo(Math.sqrt(left / all), within(1e-6));
  }

  @Test
  void factorsAreNonNegativeOfUnitLengthAndOrdered() {
    final float[] data = sparse(ROWS, CHANNELS, 0.6, new Random(6));
    final NonNegativeFactors found = NonNegativeFactors.of(data, CHANNELS, 8, 1, Progress.NONE);
    assertThat(found.count()).isEqualTo(8);
    assertThat(found.rows()).isEqualTo(ROWS);
    for (final float value : found.strengths()) {
      assertThat(value).isNotNegative();
    }
    double before = Double.POSITIVE_INFINITY;
    for (int k = 0; k < 8; k++) {
      double length = 0;
      for (int c = 0; c < CHANNELS; c++) {
        assertThat(found.factors()[k * CHANNELS + c]).isNotNegative();
        length += Math.pow(found.factors()[k * CHANNELS + c], 2);
      }
      assertThat(length).isCloseTo(1, within(1e-5));
      double share = 0;
      for (int row = 0; row < ROWS; row++) {
        share += Math.pow(found.strengths()[row * 8 + k], 2);
      }
      assertThat(share).isLessThanOrEqualTo(before * (1 + 1e-6));
      before = share;
    }
  }

  @Test
  void theSeedDecides() {
    final float[] data = sparse(ROWS, CHANNELS, 0.6, new Random(7));
    final NonNegativeFactors one = NonNegativeFactors.of(data, CHANNELS, 8, 3, Progress.NONE);
    final NonNegativeFactors same = NonNegativeFactors.of(data, CHANNELS, 8, 3, Progress.NONE);
    final NonNegativeFactors other = NonNegativeFactors.of(data, CHANNELS, 8, 4, Progress.NONE);
    assertThat(same.factors()).isEqualTo(one.factors());
    assertThat(same.strengths()).isEqualTo(one.strengths());
    assertThat(other.factors()).isNotEqualTo(one.factors());
  }

  @Test
  void nothingIsLeftOfZeros() {
    final NonNegativeFactors found =
        NonNegativeFactors.of(new float[20 * 4], 4, 3, 0, Progress.NONE);
    assertThat(found.factors()).containsOnly(0);
    assertThat(found.strengths()).containsOnly(0);
    assertThat(found.errors()).isEmpty();
  }

  /** Two directions alone, so that a third factor has nothing to do; fewer rows than factors. */
  @Test
  void factorsThatTheDataDoNotNeedAreZero() {
    final float[] data = {1, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 0};
    final NonNegativeFactors found = NonNegativeFactors.of(data, 3, 5, 0, Progress.NONE);
    assertThat(found.factors()).startsWith(0, 1, 0, 1, 0, 0);
    for (int i = 6; i < 15; i++) {
      assertThat(found.factors()[i]).isZero();
    }
    assertThat(found.strengths()).startsWith(0, 1, 0, 0, 0);
    assertThat(last(found)).isCloseTo(0, within(1e-7));
  }

  @ParameterizedTest
  @ValueSource(floats = {-0.5f, Float.NaN, Float.POSITIVE_INFINITY})
  void otherValuesAreRefused(final float value) {
    assertThatThrownBy(() -> NonNegativeFactors.of(new float[] {1, value}, 2, 1, 0, Progress.NONE))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("0 and above")
        .hasMessageContaining(String.valueOf(value));
  }

  @Test
  void aPersonCanStopIt() {
    final float[] data = sparse(ROWS, CHANNELS, 0.6, new Random(8));
    final Progress stop =
        (fraction, what) -> {
          if (fraction > 0.01) {
            throw new CancellationException();
          }
        };
    assertThatThrownBy(() -> NonNegativeFactors.of(data, CHANNELS, 8, 0, stop))
        .isInstanceOf(CancellationException.class);
  }

  private static double last(final NonNegativeFactors found) {
    return found.errors()[found.errors().length - 1];
  }

  private static double best(final float[] planted, final int row, final float[] found) {
    double best = 0;
    for (int k = 0; k < found.length / CHANNELS; k++) {
      double product = 0;
      double one = 0;
      double other = 0;
      for (int c = 0; c < CHANNELS; c++) {
        final double a = planted[row * CHANNELS + c];
        final double b = found[k * CHANNELS + c];
        product += a * b;
        one += a * a;
        other += b * b;
      }
      best = Math.max(best, product / Math.sqrt(one * other));
    }
    return best;
  }

  private static float[] product(final float[] strengths, final float[] factors, final int count) {
    final int rows = strengths.length / count;
    final int channels = factors.length / count;
    final float[] all = new float[rows * channels];
    for (int row = 0; row < rows; row++) {
      for (int c = 0; c < channels; c++) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
          sum += (double) strengths[row * count + k] * factors[k * channels + c];
        }
        all[row * channels + c] = (float) sum;
      }
    }
    return all;
  }

  private static float[] sparse(
      final int rows, final int columns, final double zeros, final Random dice) {
    final float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = dice.nextDouble() < zeros ? 0 : dice.nextFloat();
    }
    return values;
  }
}
