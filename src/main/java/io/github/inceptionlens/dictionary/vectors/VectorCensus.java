package io.github.inceptionlens.dictionary.vectors;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.engine.MatrixProducts;
import java.util.Locale;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * What is known of the vectors that are learned from before anything is learned.
 *
 * @param scale what brings their mean squared norm to the number of channels
 * @param variance mean squared distance from their mean, in units of the activation
 * @param effectiveRank in how many directions they vary: e to the power of the entropy of the parts
 *     that principal components have in the variance, 1 to the number of channels
 * @see <a href="https://www.eurasip.org/Proceedings/Eusipco/Eusipco2007/Papers/a5p-h05.pdf">Roy and
 *     Vetterli 2007</a>
 */
public record VectorCensus(double scale, double variance, double effectiveRank) {

  private static final int MOST_FOR_RANK = 20_000;
  private static final int SELDOM = 4_096;

  /**
   * Looks at every vector once.
   *
   * @param rows those that are learned from; the others are only looked at for what is no number
   * @throws UserError when one holds what is no finite number, or all are the same
   */
  public static VectorCensus of(
      final VectorSource vectors, final int[] rows, final Progress progress) {
    final int channels = vectors.channels();
    final double[] sums = new double[channels];
    double squares = 0;
    int next = 0;
    for (long row = 0; row < vectors.size(); row++) {
      if (row % SELDOM == 0) {
        progress.at((double) row / vectors.size(), "Looking at the vectors ...");
      }
      final float[] values = vectors.row(row);
      if (next < rows.length && rows[next] == row) {
        next++;
        for (int c = 0; c < channels; c++) {
          sums[c] += values[c];
          squares += (double) values[c] * values[c];
        }
      }
    }
    double variance = squares / rows.length;
    for (int c = 0; c < channels; c++) {
      sums[c] /= rows.length;
      variance -= sums[c] * sums[c];
    }
    final double norm = squares / rows.length;
    if (!(variance > norm * 1e-12)) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the activations are the same at all %d positions, so that there is nothing to learn:"
                  + " choose another layer or other images",
              rows.length));
    }
    return new VectorCensus(
        Math.sqrt(channels / norm), variance, effectiveRank(vectors, rows, sums));
  }

  /** By some of the vectors, spread evenly. */
  private static double effectiveRank(
      final VectorSource vectors, final int[] rows, final double[] mean) {
    final int channels = vectors.channels();
    final int count = Math.min(rows.length, MOST_FOR_RANK);
    final float[] turned = new float[channels * count];
    for (int i = 0; i < count; i++) {
      final float[] row = vectors.row(rows[(int) ((long) i * rows.length / count)]);
      for (int c = 0; c < channels; c++) {
        turned[c * count + i] = (float) (row[c] - mean[c]);
      }
    }
    final float[] covariance = new float[channels * channels];
    try (MatrixProducts products = new MatrixProducts()) {
      products.timesTransposed(turned, channels, turned, channels, count, covariance);
    }
    return effectiveRank(covariance, channels);
  }

  private static double effectiveRank(final float[] covariance, final int channels) {
    final double[][] symmetric = new double[channels][channels];
    for (int i = 0; i < channels; i++) {
      for (int j = 0; j <= i; j++) {
        symmetric[i][j] = covariance[i * channels + j];
        symmetric[j][i] = symmetric[i][j];
      }
    }
    final double[] variances =
        new EigenDecomposition(new Array2DRowRealMatrix(symmetric, false)).getRealEigenvalues();
    double sum = 0;
    for (final double variance : variances) {
      sum += Math.max(0, variance);
    }
    double entropy = 0;
    for (final double variance : variances) {
      final double part = variance / sum;
      entropy -= part > 0 ? part * Math.log(part) : 0;
    }
    return Math.exp(entropy);
  }
}
