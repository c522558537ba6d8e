package io.github.inceptionlens.activation.search;

import io.github.inceptionlens.core.RankedScores;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Looks for the two units which together tell a kind of items best: both or one of two, each or its
 * negation.
 */
final class PairSearch {

  /** In so many steps a unit's level is seen. */
  private static final int LEVELS = 256;

  private final byte[][] levels;
  private final boolean[] kind;
  private final double pairs;

  /** A pair, and the area under ROC. */
  private record Pair(UnitTerm term, double area) {}

  /**
   * @param fuzzy by index
   * @param units by index, their values on the items
   * @param kind which items are to be told
   */
  PairSearch(final FuzzyUnit[] fuzzy, final RankedScores[] units, final boolean[] kind) {
    this.kind = kind;
    levels = new byte[units.length][];
    IntStream.range(0, units.length)
        .parallel()
        .forEach(unit -> levels[unit] = levels(fuzzy[unit], units[unit]));
    final long inside = IntStream.range(0, kind.length).filter(i -> kind[i]).count();
    pairs = (double) inside * (kind.length - inside);
  }

  private static byte[] levels(final FuzzyUnit fuzzy, final RankedScores unit) {
    final byte[] levels = new byte[unit.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) (fuzzy.level(unit.rank(i)) * (LEVELS - 1));
    }
    return levels;
  }

  /**
   * The best pair; of equal ones the first in order.
   *
   * @param tried units of which at least one is in the pair, as it tells alone, best first
   * @return nothing where there are no two units
   */
  Optional<UnitTerm> best(final List<SingleUnit> tried) {
    return IntStream.range(0, tried.size())
        .parallel()
        .mapToObj(rank -> best(tried, rank))
        .flatMap(Optional::stream)
        .toList()
        .stream()
        .max(Comparator.comparingDouble(Pair::area))
        .map(Pair::term);
  }

  private Optional<Pair> best(final List<SingleUnit> tried, final int rank) {
    final SingleUnit one = tried.get(rank);
    final List<Integer> before = tried.subList(0, rank + 1).stream().map(SingleUnit::unit).toList();
    Pair best = null;
    for (int other = 0; other < levels.length; other++) {
      if (!before.contains(other)) {
        for (int form = 0; form < 4; form++) {
          final UnitTerm term =
              UnitTerm.of(one.unit(), one.not(), other, (form & 1) != 0, (form & 2) == 0);
          final double area = area(term);
          if (best == null || area > best.area) {
            best = new Pair(term, area);
          }
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private double area(final UnitTerm term) {
    final byte[] first = levels[term.first()];
    final byte[] second = levels[term.second()];
    final int flipFirst = term.notFirst() ? LEVELS - 1 : 0;
    final int flipSecond = term.notSecond() ? LEVELS - 1 : 0;
    final int[] counts = new int[2 * LEVELS];
    for (int i = 0; i < kind.length; i++) {
      final int one = first[i] & LEVELS - 1 ^ flipFirst;
      final int other = second[i] & LEVELS - 1 ^ flipSecond;
      final int level = term.both() ? Math.min(one, other) : Math.max(one, other);
      counts[kind[i] ? level : LEVELS + level]++;
    }
    double wins = 0;
    long below = 0;
    for (int level = 0; level < LEVELS; level++) {
      wins += counts[level] * (below + counts[LEVELS + level] / 2.0);
      below += counts[LEVELS + level];
    }
    return wins / pairs;
  }
}
