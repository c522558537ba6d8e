package io.github.inceptionlens.activation.search;

import io.github.inceptionlens.core.RankedScores;

/**
 * How true it is that a unit is active, 0 to 1, by the order of its values: 0.5 at the value from
 * which on it tells a kind of items best (the largest difference of true and false positives,
 * Youden 1950), and as far from that as the value's rank among those below or above. So values of
 * different units can be compared, and of two units the smaller says whether both are active (Zadeh
 * 1965).
 */
final class FuzzyUnit {

  private static final double HALF = 0.5;

  private final RankedScores scores;
  private final double[] levels;

  /**
   * @param levels by rank, 0 to 1, ascending
   */
  private FuzzyUnit(final RankedScores scores, final double[] levels) {
    this.scores = scores;
    this.levels = levels;
  }

  /**
   * @param scores the unit's values on the items from which is learned, at least one
   * @param kind which of the items it is to tell
   */
  static FuzzyUnit of(final RankedScores scores, final boolean[] kind) {
    final int[] inside = new int[scores.distinct()];
    final int[] outside = new int[scores.distinct()];
    int positives = 0;
    for (int i = 0; i < kind.length; i++) {
      (kind[i] ? inside : outside)[scores.rank(i)]++;
      positives += kind[i] ? 1 : 0;
    }
    final int cut = cut(inside, outside, positives, kind.length - positives);
    return new FuzzyUnit(scores, levels(inside, outside, cut));
  }

  /** The index of the value from which on the unit tells the kind best, or its absence. */
  private static int cut(
      final int[] inside, final int[] outside, final int positives, final int negatives) {
    int cut = inside.length / 2;
    double largest = 0;
    double below = 0;
    for (int i = 0; i + 1 < inside.length; i++) {
      below += (double) inside[i] / positives - (double) outside[i] / negatives;
      if (Math.abs(below) > largest) {
        largest = Math.abs(below);
        cut = i + 1;
      }
    }
    return cut;
  }

  private static double[] levels(final int[] inside, final int[] outside, final int cut) {
    final double[] levels = new double[inside.length];
    rise(levels, inside, outside, 0, cut, 0);
    rise(levels, inside, outside, cut, levels.length, HALF);
    return levels;
  }

  /** From a level on half a level up, by the part of the items, equal ones in their middle. */
  private static void rise(
      final double[] levels,
      final int[] inside,
      final int[] outside,
      final int from,
      final int to,
      final double first) {
    int all = 0;
    for (int i = from; i < to; i++) {
      all += inside[i] + outside[i];
    }
    double below = 0;
    for (int i = from; i < to; i++) {
      final int own = inside[i] + outside[i];
      levels[i] = first + (all == 0 ? 0 : HALF * (below + own / 2.0) / all);
      below += own;
    }
  }

  /** How true it is at the value of a rank. */
  double level(final int rank) {
    return levels[rank];
  }

  /** How true it is at a value, which may be none of those from which it was learned. */
  double level(final double value) {
    final int found = scores.find(value);
    if (found >= 0) {
      return levels[found];
    }
    final int above = -found - 1;
    final double low = above == 0 ? 0 : levels[above - 1];
    final double high = above == levels.length ? 1 : levels[above];
    return (low + high) / 2;
  }
}
