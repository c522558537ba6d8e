package io.github.inceptionlens.activation.search;

import io.github.inceptionlens.core.Unit;
import java.util.function.IntFunction;

/**
 * What a row of units says: a unit, or two.
 *
 * @param first the index of the unit
 * @param notFirst whether it is its negation
 * @param second the index of the other unit; -1 for none
 * @param notSecond whether it is its negation
 * @param both whether both have to hold, or one is enough
 */
record UnitTerm(int first, boolean notFirst, int second, boolean notSecond, boolean both) {

  static final int NONE = -1;

  static UnitTerm of(final int unit, final boolean not) {
    return new UnitTerm(unit, not, NONE, false, false);
  }

  /** Of two units first the one that is not negated, else the one of lower index. */
  static UnitTerm of(
      final int one,
      final boolean notOne,
      final int other,
      final boolean notOther,
      final boolean both) {
    final boolean isFirst = notOne == notOther ? one < other : notOther;
    return isFirst
        ? new UnitTerm(one, notOne, other, notOther, both)
        : new UnitTerm(other, notOther, one, notOne, both);
  }

  boolean isPair() {
    return second != NONE;
  }

  /** As tables write it. */
  String text(final IntFunction<Unit> units) {
    final String one = literal(units.apply(first), notFirst);
    return isPair()
        ? one + (both ? " and " : " or ") + literal(units.apply(second), notSecond)
        : one;
  }

  private static String literal(final Unit unit, final boolean not) {
    return not ? "not " + unit : unit.toString();
  }
}
