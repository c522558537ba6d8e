package io.github.inceptionlens.activation.search;

import io.github.inceptionlens.core.RankedScores;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Two units together, and what was learned of how true either is.
 *
 * @param first of the term's first unit
 * @param second of the term's second unit
 */
record UnitPair(UnitTerm term, FuzzyUnit first, FuzzyUnit second) {

  /**
   * The pair that tells a kind of items best.
   *
   * @param units by index, their values on the items
   * @param kind which of the items are to be told
   * @param tried units of which at least one is in the pair, best first
   * @return nothing where there are no two units
   */
  static Optional<UnitPair> best(
      final RankedScores[] units, final boolean[] kind, final List<SingleUnit> tried) {
    final FuzzyUnit[] fuzzy = new FuzzyUnit[units.length];
    IntStream.range(0, units.length)
        .parallel()
        .forEach(unit -> fuzzy[unit] = FuzzyUnit.of(units[unit], kind));
    return new PairSearch(fuzzy, units, kind)
        .best(tried)
        .map(term -> new UnitPair(term, fuzzy[term.first()], fuzzy[term.second()]));
  }

  /**
   * How true it is, 0 to 1.
   *
   * @param one the value of the term's first unit
   * @param other the value of its second unit
   */
  double level(final double one, final double other) {
    return together(first.level(one), second.level(other));
  }

  /**
   * How true it is on items from which its units were ranked.
   *
   * @param units by index
   * @param item one of theirs
   */
  double level(final RankedScores[] units, final int item) {
    return together(
        first.level(units[term.first()].rank(item)), second.level(units[term.second()].rank(item)));
  }

  private double together(final double first, final double second) {
    final double one = term.notFirst() ? 1 - first : first;
    final double other = term.notSecond() ? 1 - second : second;
    return term.both() ? Math.min(one, other) : Math.max(one, other);
  }
}
