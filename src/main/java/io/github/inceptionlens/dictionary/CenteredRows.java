package io.github.inceptionlens.dictionary;

import io.github.inceptionlens.core.Progress;
import java.util.stream.IntStream;

/**
 * Vectors less their mean, X, and the smaller one of XᵀX and XXᵀ, which have the same eigenvalues.
 */
final class CenteredRows {

  private static final int BAND = 16;

  private final int channels;
  private final float[] center;

  /** The matrix whose rows' products are taken: X, or Xᵀ where X has more rows than columns. */
  private final float[][] rows;

  private final boolean turned;

  private CenteredRows(final float[] center, final float[][] rows, final boolean turned) {
    this.channels = center.length;
    this.center = center;
    this.rows = rows;
    this.turned = turned;
  }

  static CenteredRows of(final Vectors vectors) {
    final int channels = vectors.channels();
    final int size = vectors.size();
    final double[] mean = vectors.mean();
    final boolean turned = size > channels;
    final float[][] rows = turned ? new float[channels][size] : new float[size][channels];
    for (int i = 0; i < size; i++) {
      for (int c = 0; c < channels; c++) {
        final float value = (float) (vectors.values()[i * channels + c] - mean[c]);
        if (turned) {
          rows[c][i] = value;
        } else {
          rows[i][c] = value;
        }
      }
    }
    final float[] center = new float[channels];
    for (int c = 0; c < channels; c++) {
      center[c] = (float) mean[c];
    }
    return new CenteredRows(center, rows, turned);
  }

  /** The mean of each channel. */
  float[] center() {
    return center;
  }

  /** All products of rows. */
  double[][] products(final Progress progress) {
    final double[][] products = new double[rows.length][rows.length];
    for (int from = 0; from < rows.length; from += BAND) {
      progress.at((double) from / rows.length, "Looking for components ...");
      IntStream.range(from, Math.min(rows.length, from + BAND))
          .parallel()
          .forEach(i -> multiply(i, products));
    }
    return products;
  }

  private void multiply(final int i, final double[][] products) {
    for (int j = 0; j <= i; j++) {
      products[i][j] = product(rows[i], rows[j]);
      products[j][i] = products[i][j];
    }
  }

  /** Four sums at once, which a processor adds side by side. */
  private static double product(final float[] one, final float[] other) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < one.length; i += 4) {
      a += (double) one[i] * other[i];
      b += (double) one[i + 1] * other[i + 1];
      c += (double) one[i + 2] * other[i + 2];
      d += (double) one[i + 3] * other[i + 3];
    }
    for (; i < one.length; i++) {
      a += (double) one[i] * other[i];
    }
    return a + b + c + d;
  }

  /** The direction among the channels that belongs to an eigenvector of the products. */
  double[] component(final double[] eigenvector) {
    if (turned) {
      return eigenvector;
    }
    final double[] sum = new double[channels];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < channels; c++) {
        sum[c] += eigenvector[i] * rows[i][c];
      }
    }
    return sum;
  }
}
