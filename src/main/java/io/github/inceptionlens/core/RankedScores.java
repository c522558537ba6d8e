package io.github.inceptionlens.core;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Items by the order of their scores, of which any kind can be asked how well the scores tell it.
 *
 * <pre>{@code
 * RankedScores ranked = RankedScores.of(new double[] {0.9, 0.2, 0.4});
 * double area = ranked.telling(item -> item == 0).area();   // 1
 * }</pre>
 */
public final class RankedScores {

  private final int[] ranks;
  private final double[] values;

  /**
   * @param ranks by item: the index of its score among the distinct ones
   * @param values the distinct scores, ascending
   */
  private RankedScores(final int[] ranks, final double[] values) {
    this.ranks = ranks;
    this.values = values;
  }

  /**
   * @param scores no NaN
   */
  public static RankedScores of(final double[] scores) {
    final double[] sorted = Arrays.stream(scores).map(score -> score + 0.0).sorted().toArray();
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[count++] = sorted[i];
      }
    }
    final int[] ranks = new int[scores.length];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = Arrays.binarySearch(sorted, 0, count, scores[i] + 0.0);
    }
    return new RankedScores(ranks, Arrays.copyOf(sorted, count));
  }

  /**
   * Some of the items, which keep their ranks.
   *
   * @param items indices
   */
  public RankedScores some(final int[] items) {
    return new RankedScores(Arrays.stream(items).map(item -> ranks[item]).toArray(), values);
  }

  /** How many items there are. */
  public int size() {
    return ranks.length;
  }

  /** The index of an item's score among the distinct ones, ascending. */
  public int rank(final int item) {
    return ranks[item];
  }

  /** How many distinct scores there are, those of items that were left out included. */
  public int distinct() {
    return values.length;
  }

  /**
   * The rank of a score; of one that is not among them {@code -rank - 1} of the next larger one.
   */
  public int find(final double score) {
    return Arrays.binarySearch(values, score + 0.0);
  }

  /** How well the scores tell the items of a kind. */
  public RankMeasures telling(final IntPredicate kind) {
    return telling(kind, Double.NaN);
  }

  /**
   * The same, where the items are a sample that was drawn from either kind on its own.
   *
   * @param prevalence the part of the kind before the draw, above 0 and below 1; NaN for that among
   *     the items
   */
  public RankMeasures telling(final IntPredicate kind, final double prevalence) {
    final int[] inside = new int[values.length];
    final int[] outside = new int[values.length];
    int positives = 0;
    for (int item = 0; item < ranks.length; item++) {
      final boolean isInside = kind.test(item);
      (isInside ? inside : outside)[ranks[item]]++;
      positives += isInside ? 1 : 0;
    }
    final int negatives = ranks.length - positives;
    final double part = Double.isNaN(prevalence) ? (double) positives / ranks.length : prevalence;
    return positives == 0 || negatives == 0
        ? new RankMeasures(Double.NaN, Double.NaN, part)
        : measures(inside, outside, positives, negatives, part);
  }

  /**
   * From the largest score down.
   *
   * @param inside how many items of the kind have each score
   * @param outside how many others have it
   */
  private static RankMeasures measures(
      final int[] inside,
      final int[] outside,
      final int positives,
      final int negatives,
      final double prevalence) {
    final double odds = (1 - prevalence) / prevalence * positives / negatives;
    double wins = 0;
    double precisions = 0;
    long found = 0;
    long wrong = 0;
    for (int rank = inside.length - 1; rank >= 0; rank--) {
      found += inside[rank];
      wrong += outside[rank];
      wins += inside[rank] * (negatives - wrong + outside[rank] / 2.0);
      precisions += inside[rank] == 0 ? 0 : inside[rank] * (found / (found + odds * wrong));
    }
    return new RankMeasures(
        wins / ((double) positives * negatives), precisions / positives, prevalence);
  }
}
