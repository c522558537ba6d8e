package io.github.inceptionlens.attribution;

import java.util.Optional;

/**
 * What a method's own part comes to.
 *
 * @param value the target's value on the picture
 */
record Outcome(AttributionMap map, double value, Optional<Completeness> completeness) {

  static Outcome of(final AttributionMap map, final double value) {
    return new Outcome(map, value, Optional.empty());
  }

  /** The outcome of a method that distributes the target's change from a baseline. */
  static Outcome complete(
      final AttributionMap map, final double value, final double baselineValue) {
    final double sum = Planes.sum(map.values());
    return new Outcome(map, value, Optional.of(new Completeness(sum, value - baselineValue)));
  }
}
