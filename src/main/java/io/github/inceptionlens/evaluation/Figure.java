package io.github.inceptionlens.evaluation;

import java.util.function.ToDoubleFunction;

/**
 * One figure of a map beside the same figure of maps that know nothing of the network.
 *
 * @param measure what was measured
 * @param value of the map; NaN where the measure says nothing, as of a constant map
 * @param random of random numbers
 * @param sobel of the picture's edges
 * @param note how to read it: which way is good, and what was chosen
 */
public record Figure(String measure, double value, double random, double sobel, String note) {

  /**
   * The same figure, whose note begins with why its value is undefined where it is.
   *
   * @param reason a reason, such as {@code the map is constant}
   */
  Figure undefinedFor(final String reason) {
    return Double.isNaN(value)
        ? new Figure(measure, value, random, sobel, "undefined: " + reason + "; " + note)
        : this;
  }

  static <T> Figure of(
      final String measure,
      final ControlledValue<T> things,
      final ToDoubleFunction<T> value,
      final String note) {
    return new Figure(
        measure,
        value.applyAsDouble(things.own()),
        value.applyAsDouble(things.random()),
        value.applyAsDouble(things.sobel()),
        note);
  }
}
