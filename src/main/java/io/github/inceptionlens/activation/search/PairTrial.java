package io.github.inceptionlens.activation.search;

import io.github.inceptionlens.core.RankedScores;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Whether pairs of units are worth their choice: of few pictures some pair tells all by chance, and
 * then does so nowhere else.
 */
final class PairTrial {

  /** So many of the best units are tried with all others. */
  private static final int TRIED = 24;

  private final RankedScores[] units;
  private final boolean[] kind;

  /**
   * @param units by index, their values on the items
   * @param kind which items are to be told
   */
  PairTrial(final RankedScores[] units, final boolean[] kind) {
    this.units = units;
    this.kind = kind;
  }

  /** The units of which at least one is in a pair. */
  static List<SingleUnit> tried(final List<SingleUnit> ranked) {
    return ranked.subList(0, Math.min(TRIED, ranked.size()));
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
    final RankedScores[] known =
        Arrays.stream(units).map(unit -> unit.some(learned)).toArray(RankedScores[]::new);
    final boolean[] own = new boolean[learned.length];
    IntStream.range(0, own.length).forEach(i -> own[i] = kind[learned[i]]);
    final List<SingleUnit> ranked = SingleUnit.ranked(known, own);
    final SingleUnit single = ranked.get(0);
    return UnitPair.best(known, own, tried(ranked))
        .map(
            pair ->
                area(tested, item -> pair.level(units, item))
                    - area(tested, item -> single.score(units[single.unit()].rank(item))))
        .orElse(0.0);
  }

  private double area(final int[] tested, final IntToDoubleFunction score) {
    return RankedScores.of(Arrays.stream(tested).mapToDouble(score).toArray())
        .telling(i -> kind[tested[i]])
        .area();
  }
}
