package io.github.inceptionlens.activation.search;

import io.github.inceptionlens.core.RankedScores;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well a unit alone tells a kind of items, by its presence or its absence.
 *
 * @param unit its index
 * @param not whether by its absence
 * @param area under ROC, 0.5 to 1
 */
record SingleUnit(int unit, boolean not, double area) {

  /** All units, best first. */
  static List<SingleUnit> ranked(final RankedScores[] units, final boolean[] kind) {
    return IntStream.range(0, units.length)
        .parallel()
        .mapToObj(unit -> of(unit, units[unit].telling(i -> kind[i]).area()))
        .sorted(Comparator.comparingDouble(SingleUnit::area).reversed())
        .toList();
  }

  private static SingleUnit of(final int unit, final double area) {
    return area < 1 - area
        ? new SingleUnit(unit, true, 1 - area)
        : new SingleUnit(unit, false, area);
  }

  UnitTerm term() {
    return UnitTerm.of(unit, not);
  }

  /** What is larger the more is told, at a value of the unit. */
  double score(final double value) {
    return not ? -value : value;
  }
}
