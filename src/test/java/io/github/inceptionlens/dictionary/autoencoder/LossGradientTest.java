package io.github.inceptionlens.dictionary.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.dictionary.vectors.FloatRows;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

final class LossGradientTest {

  private static final int CHANNELS = 5;
  private static final int ENTRIES = 7;
  private static final int ROWS = 6;
  private static final double VARIANCE = 2.5;
  private static final int[] LIVE = {0, 1, 2, 3, 4};
  private static final int[] DEAD = {5, 6};

  private final Random dice = new Random(4);
  private final float[] vectors = drawn(ROWS * CHANNELS);
  private final Autoencoder model =
      new Autoencoder(
          drawn(ENTRIES * CHANNELS), drawn(ENTRIES), drawn(ENTRIES * CHANNELS), drawn(CHANNELS));

  private float[] drawn(final int count) {
    final float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) dice.nextGaussian();
    }
    return values;
  }

  private static float[] centered(final Autoencoder coder, final float[] vectors) {
    final float[] values = vectors.clone();
    coder.center(values, ROWS);
    return values;
  }

  private static double strength(final Autoencoder coder, final float[] vectors, int row, int j) {
    double sum = coder.bias()[j];
    for (int c = 0; c < CHANNELS; c++) {
      final double off = (double) vectors[row * CHANNELS + c] - coder.center()[c];
      sum += coder.encoder()[j * CHANNELS + c] * off;
    }
    return sum;
  }

  /** What some latents leave of vectors, in double precision; with the center or without it. */
  private static double[] left(
      final Autoencoder coder, final double[] of, final float[] vectors, final ActiveLatents[] on) {
    final double[] left = of.clone();
    for (int row = 0; row < ROWS; row++) {
      for (final int j : on[row].entries()) {
        final double f = strength(coder, vectors, row, j);
        for (int c = 0; c < CHANNELS; c++) {
          left[row * CHANNELS + c] -= f * coder.decoder()[j * CHANNELS + c];
        }
      }
    }
    return left;
  }

  private static double[] lessCenter(final Autoencoder coder, final float[] vectors) {
    final double[] values = new double[vectors.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (double) vectors[i] - coder.center()[i % CHANNELS];
    }
    return values;
  }

  private static double squares(final double[] values) {
    double sum = 0;
    for (final double value : values) {
      sum += value * value;
    }
    return sum;
  }

  private ActiveLatents[] largest(final int[] among, final int k) {
    final ActiveLatents[] active = new ActiveLatents[ROWS];
    for (int row = 0; row < ROWS; row++) {
      final float[] strengths = new float[ENTRIES];
      for (int j = 0; j < ENTRIES; j++) {
        strengths[j] = (float) strength(model, vectors, row, j);
      }
      active[row] = ActiveLatents.largest(strengths, 0, among, k);
    }
    return active;
  }

  private Autoencoder slopes(
      final ActiveLatents[] active, final double penalty, final ActiveLatents[] silent) {
    final LossGradient gradient = new LossGradient(model, ROWS, VARIANCE);
    gradient.compute(centered(model, vectors), active, penalty, silent);
    return gradient.slopes();
  }

  private void assertSlopes(
      final float[] slopes, final float[] parameters, final DoubleSupplier loss) {
    final float step = 1f / 256;
    for (int i = 0; i < parameters.length; i++) {
      final float before = parameters[i];
      parameters[i] = before + step;
      final double above = loss.getAsDouble();
      parameters[i] = before - step;
      final double below = loss.getAsDouble();
      parameters[i] = before;
      assertThat((double) slopes[i])
          .as("number %d", i)
          .isCloseTo((above - below) / (2 * step), within(2e-4));
    }
  }

  /** The loss as its definition says, the penalty included, for latents that stay active. */
  @Test
  void derivativesAreThoseOfDifferences() {
    final ActiveLatents[] active = largest(LIVE, 2);
    final double penalty = 0.7;
    final DoubleSupplier loss =
        () -> {
          double sum = squares(left(model, lessCenter(model, vectors), vectors, active));
          for (int row = 0; row < ROWS; row++) {
            for (final int j : active[row].entries()) {
              sum += penalty * strength(model, vectors, row, j);
            }
          }
          return sum / (ROWS * VARIANCE);
        };
    final Autoencoder slopes = slopes(active, penalty, new ActiveLatents[0]);
    assertSlopes(slopes.encoder(), model.encoder(), loss);
    assertSlopes(slopes.bias(), model.bias(), loss);
    assertSlopes(slopes.decoder(), model.decoder(), loss);
    assertSlopes(slopes.center(), model.center(), loss);
  }

  /**
   * What silent latents add moves these alone, by the rest as it stands, which they build without
   * the center.
   */
  @Test
  void theAuxiliaryLossReachesSilentLatentsAlone() {
    final ActiveLatents[] active = largest(LIVE, 2);
    final ActiveLatents[] silent = largest(DEAD, 2);
    final Autoencoder without = slopes(active, 0, new ActiveLatents[0]);
    final Autoencoder with = slopes(active, 0, silent);
    final double[] rest = left(model, lessCenter(model, vectors), vectors, active);
    final DoubleSupplier loss =
        () ->
            LossGradient.AUXILIARY
                * squares(left(model, rest, vectors, silent))
                / (ROWS * VARIANCE);
    assertThat(with.center()).isEqualTo(without.center());
    for (final int live : LIVE) {
      assertThat(with.bias()[live]).isEqualTo(without.bias()[live]);
      for (int c = live * CHANNELS; c < (live + 1) * CHANNELS; c++) {
        assertThat(with.encoder()[c]).isEqualTo(without.encoder()[c]);
        assertThat(with.decoder()[c]).isEqualTo(without.decoder()[c]);
      }
    }
    for (final int dead : DEAD) {
      assertThat(without.bias()[dead]).isZero();
    }
    final float[] ofDead = with.decoder().clone();
    Arrays.fill(ofDead, 0, LIVE.length * CHANNELS, 0);
    assertSlopes(ofDead, model.decoder(), loss);
    final float[] read = with.encoder().clone();
    Arrays.fill(read, 0, LIVE.length * CHANNELS, 0);
    assertSlopes(read, model.encoder(), loss);
  }

  @Test
  void whatWouldStretchAnAtomIsTakenOut() {
    model.normalize();
    final float[] slopes = drawn(ENTRIES * CHANNELS);
    model.removeStretch(slopes);
    for (int j = 0; j < ENTRIES; j++) {
      final int at = j * CHANNELS;
      assertThat(FloatRows.product(slopes, at, model.decoder(), at, CHANNELS))
          .isCloseTo(0, within(1e-5f));
    }
  }
}
