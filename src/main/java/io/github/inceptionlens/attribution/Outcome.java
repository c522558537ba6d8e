package io.github.inceptionlens.attribution;

import io.github.inceptionlens.core.Provenance;
import java.util.Optional;

/**
 * What a method's own part comes to.
 *
 * @param value the target's value on the picture
 * @param details what a reader must know of the method's own choices
 */
record Outcome(
    AttributionMap map, double value, Optional<Completeness> completeness, Provenance details) {

  static Outcome of(final AttributionMap map, final double value) {
    return new Outcome(map, value, Optional.empty(), Provenance.EMPTY);
  }

  /** The outcome of a method that distributes the target's change from a baseline. */
  static Outcome complete(
      final AttributionMap map, final double value, final double baselineValue) {
    final double sum = Planes.sum(map.values());
    return new Outcome(
        map, value, Optional.of(new Completeness(sum, value - baselineValue)), Provenance.EMPTY);
  }

  /** The same with one more detail. */
  Outcome with(final String key, final Object detail) {
    return new Outcome(map, value, completeness, details.with(key, detail));
  }
}
