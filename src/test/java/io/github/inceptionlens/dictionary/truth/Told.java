package io.github.inceptionlens.dictionary.truth;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a contestant's best units tell.
 *
 * @param name of the contestant
 * @param best by structure
 */
record Told(String name, List<BestUnit> best) {

  private static final double CONSTANT = 0.5;

  static Told of(final Contest contest, final Contestant units) {
    return new Told(units.name(), contest.best(units));
  }

  double area(final int structure) {
    return best.get(structure).told().area();
  }

  double precision(final int structure) {
    return best.get(structure).told().averagePrecision();
  }

  double prevalence(final int structure) {
    return best.get(structure).told().prevalence();
  }

  double meanArea() {
    return IntStream.range(0, best.size()).mapToDouble(this::area).average().orElseThrow();
  }

  double meanPrecision() {
    return IntStream.range(0, best.size()).mapToDouble(this::precision).average().orElseThrow();
  }

  /** On how many structures the area is larger than that of all rivals and of a constant. */
  long wins(final List<Told> rivals) {
    return IntStream.range(0, best.size()).filter(structure -> isAbove(rivals, structure)).count();
  }

  /** The same, where it also has to be larger than that of permuted labels. */
  long wins(final List<Told> rivals, final double[] permuted) {
    return IntStream.range(0, best.size())
        .filter(structure -> area(structure) > permuted[structure])
        .filter(structure -> isAbove(rivals, structure))
        .count();
  }

  private boolean isAbove(final List<Told> rivals, final int structure) {
    return area(structure) > CONSTANT
        && rivals.stream().allMatch(one -> area(structure) > one.area(structure));
  }

  /** On how many structures the average precision is larger than that of all rivals. */
  long preciseWins(final List<Told> rivals) {
    return IntStream.range(0, best.size())
        .filter(
            structure ->
                rivals.stream().allMatch(one -> precision(structure) > one.precision(structure)))
        .count();
  }
}
