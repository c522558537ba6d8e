package io.github.inceptionlens.attribution;

import io.github.inceptionlens.core.Provenance;
import java.util.Optional;

/**
 * What a method's own part comes to.
 *
 * @param value the target's value on the picture
 * @param details what a reader must know of the method's own choices
 */
public record MethodResult(
    AttributionMap map, double value, Optional<Completeness> completeness, Provenance details) {

  public static MethodResult of(final AttributionMap map, final double value) {
    return new MethodResult(map, value, Optional.empty(), Provenance.EMPTY);
  }

  /** The outcome of a method that distributes the target's change from a baseline. */
  public static MethodResult complete(
      final AttributionMap map, final double value, final double baselineValue) {
    final double sum = PlaneArithmetic.sum(map.values());
    return new MethodResult(
        map, value, Optional.of(new Completeness(sum, value - baselineValue)), Provenance.EMPTY);
  }

  /** The same with one more detail. */
  public MethodResult with(final String key, final Object detail) {
    return new MethodResult(map, value, completeness, details.with(key, detail));
  }
}
