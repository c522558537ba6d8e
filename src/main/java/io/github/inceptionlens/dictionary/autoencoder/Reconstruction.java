package io.github.inceptionlens.dictionary.autoencoder;

import io.github.inceptionlens.dictionary.vectors.BatchSampler;
import io.github.inceptionlens.dictionary.vectors.FloatRows;
import io.github.inceptionlens.dictionary.vectors.VectorSource;
import io.github.inceptionlens.network.engine.MatrixProducts;
import java.util.stream.IntStream;

/**
 * What an autoencoder makes of vectors, in the units of the training.
 *
 * @param vectors how many
 * @param unexplained Σ‖x − x̂‖² / Σ‖x − mean‖²
 * @param active latents per place, in the mean
 * @param counts at how many places each latent is active
 */
public record Reconstruction(long vectors, double unexplained, double active, long[] counts) {

  private static final int BATCH = 512;

  /**
   * Looks at the named rows, or so many of them spread evenly.
   *
   * @param scale what the vectors are multiplied by
   */
  public static Reconstruction of(
      final Autoencoder model,
      final Activity activity,
      final VectorSource vectors,
      final int[] rows,
      final int most,
      final double scale,
      final MatrixProducts products) {
    final int count = Math.min(most, rows.length);
    final int[] some =
        IntStream.range(0, count).map(i -> rows[(int) ((long) i * rows.length / count)]).toArray();
    final Sums sums = new Sums(model, activity);
    final float[] batch = new float[BATCH * model.channels()];
    for (int from = 0; from < count; from += BATCH) {
      final int size = Math.min(BATCH, count - from);
      BatchSampler.read(vectors, some, from, size, batch);
      sums.add(batch, size, scale, products);
    }
    return sums.result(count);
  }

  /** What is counted vector by vector. */
  private static final class Sums {

    private final Autoencoder model;
    private final Activity activity;
    private final float[] strengths;
    private final double[] means;
    private final long[] counts;
    private double squares;
    private double left;
    private long active;

    Sums(final Autoencoder model, final Activity activity) {
      this.model = model;
      this.activity = activity;
      strengths = new float[BATCH * model.entries()];
      means = new double[model.channels()];
      counts = new long[model.entries()];
    }

    void add(
        final float[] batch, final int rows, final double scale, final MatrixProducts products) {
      final int channels = model.channels();
      for (int i = 0; i < rows * channels; i++) {
        batch[i] *= (float) scale;
      }
      model.center(batch, rows);
      for (int i = 0; i < rows * channels; i++) {
        means[i % channels] += batch[i];
        squares += (double) batch[i] * batch[i];
      }
      model.strengths(products, batch, rows, strengths);
      final ActiveLatents[] found = activity.of(strengths, rows, model.entries());
      for (int row = 0; row < rows; row++) {
        model.addDecoded(found[row], -1, batch, row * channels);
        left += FloatRows.squares(batch, row * channels, channels);
        active += found[row].count();
        for (final int entry : found[row].entries()) {
          counts[entry]++;
        }
      }
    }

    Reconstruction result(final int vectors) {
      double spread = squares;
      for (final double mean : means) {
        spread -= mean * mean / vectors;
      }
      return new Reconstruction(vectors, left / spread, (double) active / vectors, counts);
    }
  }
}
