package io.github.inceptionlens.atlas.embedding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Which rows of a matrix are the same, bit by bit. */
final class EqualRows {

  private static final int FACTOR = 31;

  private final float[] rows;
  private final int channels;
  private final Map<Integer, int[]> firsts = new HashMap<>();

  /**
   * @param rows [n, channel]
   */
  EqualRows(final float[] rows, final int channels) {
    this.rows = rows;
    this.channels = channels;
    for (int row = 0; row < rows.length / channels; row++) {
      if (first(rows, row) < 0) {
        firsts.merge(hash(rows, row), new int[] {row}, EqualRows::joined);
      }
    }
  }

  private static int[] joined(final int[] before, final int[] one) {
    final int[] both = Arrays.copyOf(before, before.length + 1);
    both[before.length] = one[0];
    return both;
  }

  private int hash(final float[] values, final int row) {
    int hash = 1;
    for (int i = row * channels; i < (row + 1) * channels; i++) {
      hash = FACTOR * hash + Float.hashCode(values[i]);
    }
    return hash;
  }

  /**
   * The first row that is the same as one of another matrix.
   *
   * @param others [m, channel]
   * @return its index, or -1 where there is none
   */
  int first(final float[] others, final int row) {
    for (final int candidate : firsts.getOrDefault(hash(others, row), new int[0])) {
      if (Arrays.equals(
          rows,
          candidate * channels,
          (candidate + 1) * channels,
          others,
          row * channels,
          (row + 1) * channels)) {
        return candidate;
      }
    }
    return -1;
  }
}
