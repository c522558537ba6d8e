package io.github.inceptionlens.evaluation.measure;

import java.util.Arrays;

/**
 * The ranks of a map's values, made once and compared with those of as many maps as there are.
 *
 * <p>A constant map ranks nothing: what is asked of it is NaN, never 0.
 */
public final class RankCorrelation {

  private final int[] order;
  private final double[] centered;
  private final double length;

  private RankCorrelation(final int[] order, final double[] centered) {
    this.order = order;
    this.centered = centered;
    this.length = Math.sqrt(dot(centered, centered));
  }

  /**
   * The ranks of values, ties with the mean of their ranks.
   *
   * @param map one value per pixel
   * @throws IllegalArgumentException when a value is NaN
   */
  public static RankCorrelation of(final float[] map) {
    final int[] order = descending(map);
    final double[] centered = new double[map.length];
    int from = 0;
    for (int to = 1; to <= order.length; to++) {
      if (to == order.length || map[order[to]] != map[order[from]]) {
        final double rank = (map.length - from - to) / 2.0;
        for (int i = from; i < to; i++) {
          centered[order[i]] = rank;
        }
        from = to;
      }
    }
    return new RankCorrelation(order, centered);
  }

  /**
   * Spearman's rank correlation with another map of the same pixels, -1 to 1; NaN when one of the
   * two is constant.
   */
  public double correlation(final RankCorrelation other) {
    if (centered.length != other.centered.length) {
      throw new IllegalArgumentException(
          "the maps have " + centered.length + " and " + other.centered.length + " pixels");
    }
    return isConstant() || other.isConstant()
        ? Double.NaN
        : dot(centered, other.centered) / (length * other.length);
  }

  /** Whether all values are equal. */
  public boolean isConstant() {
    return length == 0;
  }

  /** The pixels from the largest value to the smallest, of equal values the lower index first. */
  public int[] descending() {
    return order.clone();
  }

  private static int[] descending(final float[] map) {
    final long[] keys = new long[map.length];
    for (int i = 0; i < keys.length; i++) {
      if (Float.isNaN(map[i])) {
        throw new IllegalArgumentException("the map is not a number at pixel " + i);
      }
      keys[i] = (long) ascendingBits(0f - map[i]) << Integer.SIZE | i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /** Whole numbers in the order of the values that they stand for. */
  private static int ascendingBits(final float value) {
    final int bits = Float.floatToIntBits(value);
    return bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
  }

  private static double dot(final double[] a, final double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
