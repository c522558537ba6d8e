package io.github.inceptionlens.activation.search;

import io.github.inceptionlens.core.RankedScores;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether pairs of units are worth their choice: of few pictures some pair tells all by chance, and
 * then does so nowhere else.
 */
final class PairTrial {

  /** So many of the best units are tried with all others. */
  private static final int TRIED = 24;

  private final double[][] values;
  private final boolean[] kind;

  /**
   * @param values of each unit on the items
   * @param kind which items are to be told
   */
  PairTrial(final double[][] values, final boolean[] kind) {
    this.values = values;
    this.kind = kind;
  }

  /** The units of which at least one is in a pair. */
  static List<Integer> tried(final List<SingleUnit> ranked) {
    return ranked.stream().limit(TRIED).map(SingleUnit::unit).toList();
  }

  /**
   * Whether the best pair of one part is better on the other part than the best unit of the first,
   * in the mean of both ways.
   *
   * @param parts two sets of items
   */
  boolean isBetter(final int[][] parts) {
    return isMixed(parts[0])
        && isMixed(parts[1])
        && gain(parts[0], parts[1]) + gain(parts[1], parts[0]) > 0;
  }

  private boolean isMixed(final int[] part) {
    return IntStream.range(1, part.length).anyMatch(i -> kind[part[i]] != kind[part[0]]);
  }

  private double gain(final int[] learned, final int[] tested) {
    final double[][] known = new double[values.length][];
    final RankedScores[] units = new RankedScores[values.length];
    IntStream.range(0, units.length)
        .parallel()
        .forEach(
            unit -> {
              known[unit] = Arrays.stream(learned).mapToDouble(i -> values[unit][i]).toArray();
              units[unit] = RankedScores.of(known[unit]);
            });
    final boolean[] own = new boolean[learned.length];
    IntStream.range(0, own.length).forEach(i -> own[i] = kind[learned[i]]);
    final List<SingleUnit> ranked = SingleUnit.ranked(units, own);
    final SingleUnit single = ranked.get(0);
    return UnitPair.best(known, own, tried(ranked))
        .map(pair -> area(pair, tested) - area(single, tested))
        .orElse(0.0);
  }

  private double area(final UnitPair pair, final int[] tested) {
    final double[] first = values[pair.term().first()];
    final double[] second = values[pair.term().second()];
    return area(
        Arrays.stream(tested).mapToDouble(i -> pair.level(first[i], second[i])).toArray(), tested);
  }

  private double area(final SingleUnit single, final int[] tested) {
    final double[] own = values[single.unit()];
    return area(Arrays.stream(tested).mapToDouble(i -> single.score(own[i])).toArray(), tested);
  }

  private double area(final double[] scores, final int[] tested) {
    return RankedScores.of(scores).telling(i -> kind[tested[i]]).area();
  }
}
