package io.github.inceptionlens.image.input;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import java.awt.Rectangle;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** How far an image may be shrunk before nothing of it is left to see. */
final class SmallestScale {

  /** What is left at least of the shorter side, in pixels. */
  private static final int SHORTEST = 8;

  private SmallestScale() {}

  /**
   * Requires a scale that leaves some pixels.
   *
   * @throws UserError when it leaves fewer than 8 pixels of a side that has more
   */
  static void require(final Rectangle seen, final double scale) {
    final int shorter = Math.min(seen.width, seen.height);
    final int least = Math.min(SHORTEST, shorter);
    if (scale < 1 && shorter * scale < least) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "scale is %s, which leaves next to nothing of %d x %d pixels: give a scale of at least"
                  + " %s, so that %d are left",
              scale,
              seen.width,
              seen.height,
              text((double) least / shorter),
              least));
    }
  }

  /**
   * Requires of a layer more than one unit, unless it has no more where nothing is shrunk either.
   *
   * @param width of the shrunk picture, in pixels
   * @param height of the shrunk picture, in pixels
   * @throws UserError when the picture was shrunk so far that the layer's map is one value
   */
  static void requireContrast(
      final Layer layer, final Rectangle seen, final int width, final int height) {
    if (!isOneUnit(layer, width, height)) {
      return;
    }
    final int longer = Math.max(seen.width, seen.height);
    for (int length = Math.max(width, height) + 1; length <= longer; length++) {
      final double scale = (double) length / longer;
      if (!isOneUnit(layer, scaled(seen.width, scale), scaled(seen.height, scale))) {
        throw new UserError(
            String.format(
                Locale.ROOT,
                "the scale leaves %d x %d pixels, on which %s has a single unit, so that its map"
                    + " would be one value: give a scale of at least %s",
                width,
                height,
                layer,
                text(scale)));
      }
    }
  }

  private static int scaled(final int length, final double scale) {
    return (int) Math.round(length * scale);
  }

  /** Whether the layer has one unit, or none. */
  private static boolean isOneUnit(final Layer layer, final int width, final int height) {
    if (Math.min(width, height) < Geometry.smallest(layer)) {
      return true;
    }
    final Geometry geometry = Geometry.of(layer, width, height);
    return geometry.x().size() == 1 && geometry.y().size() == 1;
  }

  /** Two digits, rounded up. */
  private static String text(final double scale) {
    return new BigDecimal(scale).round(new MathContext(2, RoundingMode.CEILING)).toPlainString();
  }
}
