package io.github.inceptionlens.dictionary.autoencoder;

import io.github.inceptionlens.dictionary.vectors.FloatRows;
import java.util.stream.IntStream;

/**
 * The loss of an autoencoder on a batch and its exact derivatives, by closed forms.
 *
 * <p>The loss is the mean over the batch of ‖x − x̂‖² + λ Σ f, plus 1/32 of ‖e − ê‖², all divided
 * by the variance of the vectors. The last part is for latents that are silent for long: e is what
 * the others leave, taken as it is; ê is built by the silent latents alone, without the center. So
 * it moves nothing but these latents.
 *
 * @see <a href="https://arxiv.org/abs/2406.04093">Gao et al. 2024, appendix A.2</a>
 */
public final class LossGradient {

  /** How much what silent latents make of the rest counts. */
  public static final double AUXILIARY = 1.0 / 32;

  private final Autoencoder model;
  private final int rows;
  private final double unit;
  private final Autoencoder slopes;
  private final float[] residual;
  private final float[] silentResidual;

  private double squares;
  private double silentSquares;

  /**
   * @param rows of a batch
   * @param variance of the vectors, in the units of the training
   */
  public LossGradient(final Autoencoder model, final int rows, final double variance) {
    this.model = model;
    this.rows = rows;
    unit = 1 / (rows * variance);
    slopes = Autoencoder.empty(model.entries(), model.channels());
    residual = new float[rows * model.channels()];
    silentResidual = new float[rows * model.channels()];
  }

  /**
   * Computes both.
   *
   * @param centered [row, channel], less the center
   * @param active what is active, by row
   * @param penalty λ
   * @param silent what silent latents make of the rest, by row; no rows for none
   * @return how often each latent is active
   */
  public int[] compute(
      final float[] centered,
      final ActiveLatents[] active,
      final double penalty,
      final ActiveLatents[] silent) {
    final float[][] steepness = new float[rows][];
    final float[][] silentSteepness = new float[silent.length][];
    final double[] losses = new double[rows];
    final double[] silentLosses = new double[rows];
    IntStream.range(0, rows)
        .parallel()
        .forEach(
            row -> {
              losses[row] = leave(centered, row, active[row]);
              steepness[row] = steepness(residual, row, active[row], -2, penalty);
              if (silent.length > 0) {
                silentLosses[row] = leaveSilent(row, silent[row]);
                silentSteepness[row] =
                    steepness(silentResidual, row, silent[row], -2 * AUXILIARY, 0);
              }
            });
    squares = sum(losses);
    silentSquares = sum(silentLosses);
    final LatentIndex index = LatentIndex.of(active, steepness, model.entries());
    final LatentIndex silentIndex = LatentIndex.of(silent, silentSteepness, model.entries());
    IntStream.range(0, model.entries())
        .parallel()
        .forEach(entry -> gather(centered, entry, index, silentIndex));
    gatherCenter(index);
    return IntStream.range(0, model.entries()).map(index::count).toArray();
  }

  private static double sum(final double[] values) {
    double sum = 0;
    for (final double value : values) {
      sum += value;
    }
    return sum;
  }

  /** What the active latents leave of a row; returns its square. */
  private double leave(final float[] centered, final int row, final ActiveLatents active) {
    final int channels = model.channels();
    System.arraycopy(centered, row * channels, residual, row * channels, channels);
    model.addDecoded(active, -1, residual, row * channels);
    return FloatRows.squares(residual, row * channels, channels);
  }

  /** What the silent latents leave of that. */
  private double leaveSilent(final int row, final ActiveLatents silent) {
    final int channels = model.channels();
    System.arraycopy(residual, row * channels, silentResidual, row * channels, channels);
    model.addDecoded(silent, -1, silentResidual, row * channels);
    return FloatRows.squares(silentResidual, row * channels, channels);
  }

  /** Derivatives by the strengths of a row. */
  private float[] steepness(
      final float[] left,
      final int row,
      final ActiveLatents active,
      final double factor,
      final double penalty) {
    final int channels = model.channels();
    final float[] values = new float[active.count()];
    for (int i = 0; i < values.length; i++) {
      final int atom = active.entries()[i] * channels;
      final double product =
          FloatRows.product(left, row * channels, model.decoder(), atom, channels);
      values[i] = (float) (unit * (factor * product + penalty));
    }
    return values;
  }

  private void gather(
      final float[] centered,
      final int entry,
      final LatentIndex index,
      final LatentIndex silentIndex) {
    final int start = entry * model.channels();
    for (int i = start; i < start + model.channels(); i++) {
      slopes.encoder()[i] = 0;
      slopes.decoder()[i] = 0;
    }
    slopes.bias()[entry] = 0;
    add(centered, residual, entry, index, -2 * unit);
    add(centered, silentResidual, entry, silentIndex, -2 * unit * AUXILIARY);
  }

  private void add(
      final float[] centered,
      final float[] left,
      final int entry,
      final LatentIndex index,
      final double factor) {
    final int channels = model.channels();
    final int start = entry * channels;
    for (int i = index.starts()[entry]; i < index.starts()[entry + 1]; i++) {
      final int row = index.rows()[i] * channels;
      final float value = (float) (factor * index.values()[i]);
      FloatRows.add(value, left, row, slopes.decoder(), start, channels);
      FloatRows.add(index.slopes()[i], centered, row, slopes.encoder(), start, channels);
      slopes.bias()[entry] += index.slopes()[i];
    }
  }

  /** By what is added to x̂, less what is taken off x; silent latents have no part in it. */
  private void gatherCenter(final LatentIndex index) {
    final int channels = model.channels();
    final double[] sums = new double[channels];
    for (int i = 0; i < residual.length; i++) {
      sums[i % channels] -= 2 * unit * residual[i];
    }
    for (int entry = 0; entry < model.entries(); entry++) {
      double steepness = 0;
      for (int i = index.starts()[entry]; i < index.starts()[entry + 1]; i++) {
        steepness += index.slopes()[i];
      }
      for (int c = 0; c < channels && steepness != 0; c++) {
        sums[c] -= steepness * model.encoder()[entry * channels + c];
      }
    }
    for (int c = 0; c < channels; c++) {
      slopes.center()[c] = (float) sums[c];
    }
  }

  /** The derivatives by the model's numbers; another computation writes over them. */
  public Autoencoder slopes() {
    return slopes;
  }

  /** The mean of ‖x − x̂‖², as a part of the variance. */
  public double unexplained() {
    return unit * squares;
  }

  /** What the silent latents' part adds to the loss. */
  public double auxiliary() {
    return unit * AUXILIARY * silentSquares;
  }
}
