package io.github.inceptionlens.atlas.embedding;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.engine.MatrixProducts;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The nearest neighbors of vectors, exact: every distance is looked at. The engine's products find
 * a few more than are wanted, whose distances are then computed without cancellation.
 *
 * @param count how many neighbors each vector has
 * @param indices [n, count], the nearest first, of equal ones that with the lower index
 * @param squares [n, count], sums of the squared differences
 */
record Neighborhoods(int count, int[] indices, double[] squares) {

  private static final int ROWS = 1024;
  private static final int COLUMNS = 4096;
  private static final int SPARE = 16;
  private static final String WHAT = "Looking for neighbors ...";
  private static final double HALF = 0.5;

  /**
   * The nearest others of each vector.
   *
   * @param rows [n, channel]
   * @param count of neighbors, fewer than there are vectors
   */
  static Neighborhoods among(
      final float[] rows, final int channels, final int count, final Progress progress) {
    return new Search(rows, rows, channels, true).run(count, progress);
  }

  /**
   * The nearest of some vectors to others.
   *
   * @param queries [m, channel], whose neighbors are looked for
   * @param rows [n, channel], among which they are looked for
   * @param count of neighbors, up to n
   */
  static Neighborhoods of(
      final float[] queries,
      final float[] rows,
      final int channels,
      final int count,
      final Progress progress) {
    return new Search(queries, rows, channels, false).run(count, progress);
  }

  /** How many vectors have neighbors. */
  int size() {
    return indices.length / count;
  }

  /** The neighbor of a vector at a rank from 0. */
  int neighbor(final int vector, final int rank) {
    return indices[vector * count + rank];
  }

  /** The squared distance of that neighbor. */
  double square(final int vector, final int rank) {
    return squares[vector * count + rank];
  }

  /** The sum of the squared differences of two vectors; four sums, which are added side by side. */
  static double square(
      final float[] one, final int from, final float[] other, final int fromOther, final int size) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int c = 0;
    for (; c + 3 < size; c += 4) {
      first += square(one[from + c], other[fromOther + c]);
      second += square(one[from + c + 1], other[fromOther + c + 1]);
      third += square(one[from + c + 2], other[fromOther + c + 2]);
      fourth += square(one[from + c + 3], other[fromOther + c + 3]);
    }
    for (; c < size; c++) {
      first += square(one[from + c], other[fromOther + c]);
    }
    return first + second + third + fourth;
  }

  private static double square(final float one, final float other) {
    final double difference = (double) one - other;
    return difference * difference;
  }

  /**
   * Goes through all pairs in blocks.
   *
   * @param amongThemselves whether a vector is no neighbor of the one with its index
   */
  private record Search(float[] queries, float[] rows, int channels, boolean amongThemselves) {

    Neighborhoods run(final int count, final Progress progress) {
      final int size = queries.length / channels;
      final Neighborhoods found =
          new Neighborhoods(count, new int[size * count], new double[size * count]);
      final float[] halves = halves();
      try (MatrixProducts products = new MatrixProducts()) {
        for (int from = 0; from < size; from += ROWS) {
          progress.at((double) from / size, WHAT);
          final int to = Math.min(size, from + ROWS);
          final Nearest[] candidates = candidates(products, from, to, halves, count + SPARE);
          final int first = from;
          IntStream.range(from, to)
              .parallel()
              .forEach(i -> settle(i, candidates[i - first].takeAll(), found));
        }
      }
      return found;
    }

    /** Half of each row's squared length. */
    private float[] halves() {
      final float[] halves = new float[rows.length / channels];
      final float[] zero = new float[channels];
      for (int i = 0; i < halves.length; i++) {
        halves[i] = (float) (HALF * Neighborhoods.square(rows, i * channels, zero, 0, channels));
      }
      return halves;
    }

    private Nearest[] candidates(
        final MatrixProducts products,
        final int from,
        final int to,
        final float[] halves,
        final int most) {
      final Nearest[] nearest = new Nearest[to - from];
      Arrays.setAll(nearest, i -> new Nearest(Math.min(most, halves.length)));
      final float[] left = Arrays.copyOfRange(queries, from * channels, to * channels);
      final float[] product = new float[(to - from) * Math.min(COLUMNS, halves.length)];
      for (int column = 0; column < halves.length; column += COLUMNS) {
        final int first = column;
        final int columns = Math.min(COLUMNS, halves.length - column);
        final float[] right =
            Arrays.copyOfRange(rows, column * channels, (column + columns) * channels);
        products.timesTransposed(left, to - from, right, columns, channels, product);
        IntStream.range(0, to - from)
            .parallel()
            .forEach(
                i -> {
                  for (int j = 0; j < columns; j++) {
                    final int index = first + j;
                    if (!amongThemselves || index != from + i) {
                      nearest[i].offer(index, halves[index] - product[i * columns + j]);
                    }
                  }
                });
      }
      return nearest;
    }

    /** The nearest of the candidates by their true distances. */
    private void settle(final int query, final int[] candidates, final Neighborhoods found) {
      final Nearest nearest = new Nearest(found.count);
      for (final int index : candidates) {
        nearest.offer(index, square(query, index));
      }
      final int[] sorted = nearest.takeAll();
      for (int rank = 0; rank < found.count; rank++) {
        found.indices[query * found.count + rank] = sorted[rank];
        found.squares[query * found.count + rank] = square(query, sorted[rank]);
      }
    }

    private double square(final int query, final int index) {
      return Neighborhoods.square(queries, query * channels, rows, index * channels, channels);
    }
  }
}
