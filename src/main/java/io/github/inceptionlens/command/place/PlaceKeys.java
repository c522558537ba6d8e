package io.github.inceptionlens.command.place;

import io.github.inceptionlens.core.UserError;
import java.awt.geom.Point2D;
import java.util.Optional;

/** The keys {@code x} and {@code y} of commands: a place in pixels, or nothing. */
public final class PlaceKeys {

  private PlaceKeys() {}

  /**
   * The place; whole numbers are the centers of pixels, from 0.
   *
   * @return nothing where both are empty
   * @throws UserError when one is empty alone, or no number
   */
  public static Optional<Point2D> of(final String x, final String y) {
    if (x.isBlank() != y.isBlank()) {
      throw new UserError(
          x.isBlank()
              ? "y is " + y.strip() + ", but x is empty: give both or none"
              : "x is " + x.strip() + ", but y is empty: give both or none");
    }
    return x.isBlank()
        ? Optional.empty()
        : Optional.of(new Point2D.Double(number("x", x), number("y", y)));
  }

  private static double number(final String key, final String text) {
    try {
      final double number = Double.parseDouble(text.strip());
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (final NumberFormatException e) {
      throw new UserError(numberError(key, text), e);
    }
    throw new UserError(numberError(key, text));
  }

  private static String numberError(final String key, final String text) {
    return key + " is \"" + text + "\", expected a number of pixels, or nothing";
  }
}
