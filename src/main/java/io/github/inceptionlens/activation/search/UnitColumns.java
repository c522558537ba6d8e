package io.github.inceptionlens.activation.search;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The values of a layer's units on items, each unit's with mean 0 and length 1, so that products
 * are correlations.
 */
final class UnitColumns {

  /** So many units are multiplied at a time, for the memory's sake. */
  private static final int BLOCK = 16;

  /** By item and unit. */
  private final double[][] rows;

  private final boolean[] varies;

  /**
   * A unit of another layer.
   *
   * @param unit its index
   * @param correlation -1 to 1
   */
  record Best(int unit, double correlation) {}

  private UnitColumns(final double[][] rows, final boolean[] varies) {
    this.rows = rows;
    this.varies = varies;
  }

  /** Of some of the items. */
  static UnitColumns of(final List<DrawnItem> items, final int[] some, final int units) {
    final double[][] rows = new double[some.length][units];
    final boolean[] varies = new boolean[units];
    final double[] means = new double[units];
    for (final int i : some) {
      final float[] values = items.get(i).values();
      for (int unit = 0; unit < units; unit++) {
        means[unit] += values[unit] / (double) some.length;
        varies[unit] |= values[unit] != items.get(some[0]).values()[unit];
      }
    }
    final double[] squares = new double[units];
    for (int row = 0; row < rows.length; row++) {
      final float[] values = items.get(some[row]).values();
      for (int unit = 0; unit < units; unit++) {
        rows[row][unit] = varies[unit] ? values[unit] - means[unit] : 0;
        squares[unit] += rows[row][unit] * rows[row][unit];
      }
    }
    for (final double[] row : rows) {
      for (int unit = 0; unit < units; unit++) {
        row[unit] /= varies[unit] ? Math.sqrt(squares[unit]) : 1;
      }
    }
    return new UnitColumns(rows, varies);
  }

  /** Whether a unit has different values. */
  boolean varies(final int unit) {
    return varies[unit];
  }

  double correlation(final int unit, final UnitColumns other, final int match) {
    double sum = 0;
    for (int row = 0; row < rows.length; row++) {
      sum += rows[row][unit] * other.rows[row][match];
    }
    return Math.max(-1, Math.min(1, sum));
  }

  /** The item on which the weaker of two units is strongest. */
  int strongestWith(final int unit, final UnitColumns other, final int match) {
    int strongest = 0;
    double largest = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < rows.length; row++) {
      final double both = Math.min(rows[row][unit], other.rows[row][match]);
      if (both > largest) {
        largest = both;
        strongest = row;
      }
    }
    return strongest;
  }

  /**
   * The other layer's unit that each of these is correlated with most; null for one that has none.
   */
  Best[] best(final UnitColumns other) {
    final Best[] best = new Best[varies.length];
    IntStream.range(0, (varies.length + BLOCK - 1) / BLOCK)
        .parallel()
        .forEach(block -> best(other, block * BLOCK, best));
    return best;
  }

  private void best(final UnitColumns other, final int first, final Best[] best) {
    final int count = Math.min(BLOCK, varies.length - first);
    final double[][] products = new double[count][other.varies.length];
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < count; i++) {
        add(products[i], rows[row][first + i], other.rows[row]);
      }
    }
    for (int i = 0; i < count; i++) {
      best[first + i] = varies[first + i] ? largest(products[i], other.varies) : null;
    }
  }

  private static void add(final double[] sums, final double factor, final double[] values) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += factor * values[i];
    }
  }

  private static Best largest(final double[] correlations, final boolean[] varies) {
    Best best = null;
    for (int unit = 0; unit < correlations.length; unit++) {
      if (varies[unit] && (best == null || correlations[unit] > best.correlation)) {
        best = new Best(unit, Math.max(-1, Math.min(1, correlations[unit])));
      }
    }
    return best;
  }
}
