package io.github.inceptionlens.atlas.cell;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.dictionary.SpreadRows;
import io.github.inceptionlens.network.engine.MatrixProducts;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Spherical k-means (Dhillon and Modha 2001) from well spread first centers (k-means++): each
 * vector belongs to the center with the largest cosine, each center is the direction of the sum of
 * its vectors. By the engine's products, for commons-math goes through all pairs of 50,000 vectors
 * and 400 centers one by one.
 *
 * @param rows unit vectors, [center, channel]
 */
record Centers(float[] rows, int channels) {

  private static final int MOST_ROUNDS = 50;
  private static final int BLOCK = 4096;
  private static final String WHAT = "Grouping vectors ...";

  /**
   * Finds centers.
   *
   * @param vectors [n, channel]; what is 0 in every channel belongs nowhere
   * @param most as many centers, or fewer where no further direction is left
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  static Centers of(
      final float[] vectors,
      final int channels,
      final int most,
      final long seed,
      final Progress progress) {
    final int[] first = SpreadRows.indices(vectors, channels, most, seed);
    Centers centers = new Centers(new float[first.length * channels], channels);
    for (int i = 0; i < first.length; i++) {
      System.arraycopy(vectors, first[i] * channels, centers.rows, i * channels, channels);
    }
    centers.normalize();
    int[] before = new int[0];
    try (MatrixProducts products = new MatrixProducts()) {
      for (int round = 0; round < MOST_ROUNDS; round++) {
        progress.at((double) round / MOST_ROUNDS, WHAT);
        final int[] nearest = centers.nearest(vectors, products);
        if (Arrays.equals(before, nearest)) {
          break;
        }
        before = nearest;
        centers = centers.moved(vectors, nearest);
      }
    }
    return centers;
  }

  int size() {
    return rows.length / channels;
  }

  private void normalize() {
    for (int from = 0; from < rows.length; from += channels) {
      double squares = 0;
      for (int c = 0; c < channels; c++) {
        squares += (double) rows[from + c] * rows[from + c];
      }
      final double length = Math.sqrt(squares);
      for (int c = 0; c < channels && length > 0; c++) {
        rows[from + c] = (float) (rows[from + c] / length);
      }
    }
  }

  private int[] nearest(final float[] vectors, final MatrixProducts products) {
    final int[] nearest = new int[vectors.length / channels];
    final float[] product = new float[Math.min(BLOCK, nearest.length) * size()];
    for (int from = 0; from < nearest.length; from += BLOCK) {
      final int count = Math.min(BLOCK, nearest.length - from);
      final float[] block = Arrays.copyOfRange(vectors, from * channels, (from + count) * channels);
      products.timesTransposed(block, count, rows, size(), channels, product);
      for (int i = 0; i < count; i++) {
        nearest[from + i] = largest(product, i * size());
      }
    }
    return nearest;
  }

  private int largest(final float[] product, final int from) {
    int largest = 0;
    for (int i = 1; i < size(); i++) {
      if (product[from + i] > product[from + largest]) {
        largest = i;
      }
    }
    return largest;
  }

  /** The directions of the vectors' sums; a center without vectors stays. */
  private Centers moved(final float[] vectors, final int[] nearest) {
    final double[] sums = new double[rows.length];
    for (int i = 0; i < nearest.length; i++) {
      final double length = length(vectors, i);
      for (int c = 0; c < channels && length > 0; c++) {
        sums[nearest[i] * channels + c] += vectors[i * channels + c] / length;
      }
    }
    final Centers moved = new Centers(rows.clone(), channels);
    for (int center = 0; center < size(); center++) {
      final int from = center * channels;
      if (Arrays.stream(sums, from, from + channels).anyMatch(value -> value != 0)) {
        for (int c = 0; c < channels; c++) {
          moved.rows[from + c] = (float) sums[from + c];
        }
      }
    }
    moved.normalize();
    return moved;
  }

  private double length(final float[] vectors, final int row) {
    double squares = 0;
    for (int i = row * channels; i < (row + 1) * channels; i++) {
      squares += (double) vectors[i] * vectors[i];
    }
    return Math.sqrt(squares);
  }

  /**
   * The nearest center of each vector, the first of several; the same whatever vectors come with
   * it.
   *
   * @param vectors [m, channel]
   * @return -1 for what is 0 in every channel
   */
  int[] nearest(final float[] vectors, final Progress progress) {
    final int[] nearest = new int[vectors.length / channels];
    for (int from = 0; from < nearest.length; from += BLOCK) {
      progress.at((double) from / nearest.length, WHAT);
      IntStream.range(from, Math.min(nearest.length, from + BLOCK))
          .parallel()
          .forEach(row -> nearest[row] = nearest(vectors, row));
    }
    return nearest;
  }

  private int nearest(final float[] vectors, final int row) {
    if (length(vectors, row) == 0) {
      return -1;
    }
    int nearest = 0;
    double best = Double.NEGATIVE_INFINITY;
    for (int center = 0; center < size(); center++) {
      double product = 0;
      for (int c = 0; c < channels; c++) {
        product += (double) vectors[row * channels + c] * rows[center * channels + c];
      }
      if (product > best) {
        best = product;
        nearest = center;
      }
    }
    return nearest;
  }
}
