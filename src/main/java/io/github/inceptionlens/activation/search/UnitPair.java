package io.github.inceptionlens.activation.search;

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
   * @param values of each unit on the items
   * @param kind which of the items are to be told
   * @param tried indices of units of which at least one is in the pair, best first
   * @return nothing where there are no two units
   */
  static Optional<UnitPair> best(
      final double[][] values, final boolean[] kind, final List<Integer> tried) {
    final FuzzyUnit[] units = new FuzzyUnit[values.length];
    IntStream.range(0, units.length)
        .parallel()
        .forEach(unit -> units[unit] = FuzzyUnit.of(values[unit], kind));
    return new PairSearch(units, values, kind)
        .best(tried)
        .map(term -> new UnitPair(term, units[term.first()], units[term.second()]));
  }

  /**
   * How true it is, 0 to 1.
   *
   * @param one the value of the term's first unit
   * @param other the value of its second unit
   */
  double level(final double one, final double other) {
    final double first = literal(this.first.level(one), term.notFirst());
    final double second = literal(this.second.level(other), term.notSecond());
    return term.both() ? Math.min(first, second) : Math.max(first, second);
  }

  private static double literal(final double level, final boolean not) {
    return not ? 1 - level : level;
  }
}
