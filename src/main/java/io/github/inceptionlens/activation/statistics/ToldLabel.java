package io.github.inceptionlens.activation.statistics;

import io.github.inceptionlens.core.RankMeasures;
import io.github.inceptionlens.core.RankedScores;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The label that a unit tells best from all others, by the area under the receiver operating
 * characteristic of the picture's mean: the probability that a picture of that label has a larger
 * one than a picture of another label, ties counting half (Hanley and McNeil 1982).
 *
 * @param label empty where there are no two labels
 * @param area on all pictures, which flatters, as the label was chosen among all on the same
 *     pictures; NaN where there are no two labels
 * @param held the label that is best on one half of the pictures, measured on the other half
 */
public record ToldLabel(String label, double area, HeldOutLabel held) {

  /** Nothing is told. */
  static final ToldLabel NONE = new ToldLabel("", Double.NaN, HeldOutLabel.NONE);

  /**
   * The label that a unit tells best.
   *
   * @param means the unit's mean on each picture
   * @param labels what each picture shows
   * @param all the labels, none twice
   */
  static ToldLabel of(final double[] means, final List<String> labels, final List<String> all) {
    final int[] every = IntStream.range(0, means.length).toArray();
    final String best = best(means, labels, all, every);
    if (best.isEmpty()) {
      return NONE;
    }
    return new ToldLabel(
        best,
        measures(ranked(means, every), labels, best, every).area(),
        heldOut(means, labels, all));
  }

  /**
   * The label that a unit tells best on one half of the pictures, measured on the other half.
   *
   * @param means the unit's mean on each picture
   * @param labels what each picture shows
   * @param all the labels, none twice
   */
  static HeldOutLabel heldOut(
      final double[] means, final List<String> labels, final List<String> all) {
    final int[] even = half(labels, 0);
    final int[] odd = half(labels, 1);
    final String chosen = best(means, labels, all, even);
    return new HeldOutLabel(chosen, measures(ranked(means, odd), labels, chosen, odd));
  }

  /** The area under the curve of {@link #held}. */
  public double heldOut() {
    return held.told().area();
  }

  /** Every other picture of each label. */
  private static int[] half(final List<String> labels, final int parity) {
    final Map<String, Integer> seen = new HashMap<>();
    final BitSet chosen = new BitSet();
    for (int i = 0; i < labels.size(); i++) {
      final int before = seen.merge(labels.get(i), 1, Integer::sum) - 1;
      chosen.set(i, before % 2 == parity);
    }
    return chosen.stream().toArray();
  }

  private static String best(
      final double[] means, final List<String> labels, final List<String> all, final int[] some) {
    String best = "";
    double largest = Double.NEGATIVE_INFINITY;
    final RankedScores ranked = ranked(means, some);
    for (final String label : all) {
      final double area = measures(ranked, labels, label, some).area();
      if (area > largest) {
        largest = area;
        best = label;
      }
    }
    return best;
  }

  private static RankedScores ranked(final double[] means, final int[] some) {
    return RankedScores.of(IntStream.of(some).mapToDouble(i -> means[i]).toArray());
  }

  private static RankMeasures measures(
      final RankedScores ranked, final List<String> labels, final String label, final int[] some) {
    return ranked.telling(i -> labels.get(some[i]).equals(label));
  }
}
