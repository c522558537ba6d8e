package io.github.inceptionlens.atlas.mosaic;

import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.network.engine.MatrixProducts;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;

/**
 * What vectors have apart from what all of them have: directions by the inverse of the vectors'
 * uncentered covariance, to the diagonal of which a little of its mean is added, so that channels
 * that hardly ever fire do not count for all.
 *
 * @see <a href="https://distill.pub/2019/activation-atlas">Carter et al. 2019</a>
 */
public final class Whitening {

  /** Which part of the mean variance is added to each. */
  private static final double RIDGE = 0.1;

  private static final int BLOCK = 4096;

  private final DecompositionSolver solver;

  private Whitening(final DecompositionSolver solver) {
    this.solver = solver;
  }

  /** Looks at all embedded vectors. */
  public static Whitening of(final SampleEmbedding embedded) {
    return of(embedded.sample().rows(embedded.rows()), embedded.sample().channels());
  }

  /**
   * Looks at vectors.
   *
   * @param vectors [n, channel], at least one of them not 0
   */
  public static Whitening of(final float[] vectors, final int channels) {
    final double[][] covariance = covariance(vectors, channels);
    double trace = 0;
    for (int c = 0; c < channels; c++) {
      trace += covariance[c][c];
    }
    for (int c = 0; c < channels; c++) {
      covariance[c][c] += RIDGE * trace / channels;
    }
    return new Whitening(
        new CholeskyDecomposition(new Array2DRowRealMatrix(covariance, false)).getSolver());
  }

  /** The mean of the vectors' products with themselves, block by block. */
  private static double[][] covariance(final float[] vectors, final int channels) {
    final int size = vectors.length / channels;
    final double[][] sums = new double[channels][channels];
    final float[] product = new float[channels * channels];
    try (MatrixProducts products = new MatrixProducts()) {
      for (int from = 0; from < size; from += BLOCK) {
        final int count = Math.min(BLOCK, size - from);
        final float[] turned = new float[channels * count];
        for (int i = 0; i < turned.length; i++) {
          turned[i % channels * count + i / channels] = vectors[from * channels + i];
        }
        products.timesTransposed(turned, channels, turned, channels, count, product);
        for (int i = 0; i < product.length; i++) {
          sums[i / channels][i % channels] += product[i] / (double) size;
        }
      }
    }
    for (int row = 0; row < channels; row++) {
      for (int column = 0; column < row; column++) {
        sums[column][row] = sums[row][column];
      }
    }
    return sums;
  }

  /** The direction of a vector, apart from what all have. */
  public float[] of(final float[] vector) {
    final double[] values = new double[vector.length];
    Arrays.setAll(values, i -> vector[i]);
    final double[] solved = solver.solve(new ArrayRealVector(values, false)).toArray();
    final float[] direction = new float[vector.length];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = (float) solved[i];
    }
    return direction;
  }
}
