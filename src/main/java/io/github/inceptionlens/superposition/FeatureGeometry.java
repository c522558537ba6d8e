package io.github.inceptionlens.superposition;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.engine.MatrixProducts;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How directions share the dimensions of their space.
 *
 * @param dimensions of the space
 * @param norms the length ‖d_i‖ of each direction
 * @param interference of each direction the sum over all others of (d̂_i · d_j)², where d̂ is of
 *     length 1: 0 for a direction with dimensions of its own
 * @param nearest of each direction the index of the other with the largest cosine; -1 where there
 *     is none
 * @param cosines that cosine, -1 to 1; NaN where there is none
 * @see <a href="https://transformer-circuits.pub/2022/toy_model/">Elhage et al. 2022</a>
 */
public record FeatureGeometry(
    int dimensions, double[] norms, double[] interference, int[] nearest, double[] cosines) {

  /** A shorter one has no direction. */
  private static final double NOTHING = 1e-6;

  private static final int BLOCK = 256;

  /**
   * Compares all pairs.
   *
   * @param rows [direction, dimension], row-major
   */
  public static FeatureGeometry of(final float[] rows, final int count, final int dimensions) {
    return of(rows, count, dimensions, Progress.NONE);
  }

  /**
   * Compares all pairs.
   *
   * @param rows [direction, dimension], row-major
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  public static FeatureGeometry of(
      final float[] rows, final int count, final int dimensions, final Progress progress) {
    final double[] norms = norms(rows, count, dimensions);
    final FeatureGeometry found =
        new FeatureGeometry(
            dimensions, norms, new double[count], new int[count], new double[count]);
    try (MatrixProducts products = new MatrixProducts()) {
      for (int first = 0; first < count; first += BLOCK) {
        progress.at((double) first / count, "Comparing directions ...");
        final int block = Math.min(BLOCK, count - first);
        final float[] some =
            Arrays.copyOfRange(rows, first * dimensions, (first + block) * dimensions);
        final float[] inner = new float[block * count];
        products.timesTransposed(some, block, rows, count, dimensions, inner);
        final int from = first;
        IntStream.range(0, block).parallel().forEach(i -> found.set(from + i, inner, i * count));
      }
    }
    return found;
  }

  private static double[] norms(final float[] rows, final int count, final int dimensions) {
    final double[] norms = new double[count];
    for (int i = 0; i < rows.length; i++) {
      norms[i / dimensions] += (double) rows[i] * rows[i];
    }
    Arrays.setAll(norms, i -> Math.sqrt(norms[i]));
    return norms;
  }

  private void set(final int one, final float[] inner, final int start) {
    nearest[one] = -1;
    cosines[one] = Double.NaN;
    for (int other = 0; other < norms.length && norms[one] > NOTHING; other++) {
      if (other != one) {
        final double along = inner[start + other] / norms[one];
        interference[one] += along * along;
        offer(one, other, along / norms[other]);
      }
    }
  }

  private void offer(final int one, final int other, final double cosine) {
    if (norms[other] > NOTHING && !(cosine <= cosines[one])) {
      nearest[one] = other;
      cosines[one] = cosine;
    }
  }

  /**
   * The dimensions that a direction has for itself, ‖d_i‖² / Σ_j (d̂_i · d_j)²: 1 for one that
   * shares none, ½ for each of an antipodal pair, ⅖ for each of a pentagon; 0 for no direction.
   */
  public double dimensionality(final int direction) {
    final double square = norms[direction] * norms[direction];
    return norms[direction] > NOTHING ? square / (square + interference[direction]) : 0;
  }

  /** The dimensionalities of all; their sum is at most the number of dimensions. */
  public double[] dimensionalities() {
    return IntStream.range(0, norms.length).mapToDouble(this::dimensionality).toArray();
  }

  /**
   * Dimensions per feature, m / ‖W‖²: 1 where as many features are written as there are dimensions,
   * less where more are.
   */
  public double dimensionsPerFeature() {
    return dimensions / Arrays.stream(norms).map(norm -> norm * norm).sum();
  }
}
