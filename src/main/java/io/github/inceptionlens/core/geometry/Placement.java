package io.github.inceptionlens.core.geometry;

import java.util.Locale;

/**
 * Where the pixels of an analyzed region lie on the picture that the network sees.
 *
 * <p>The region's pixel {@code x} lies at the picture's pixel {@code (x + 0.5) * scaleX - 0.5 -
 * offsetX}: pixel indices name pixel centers.
 *
 * @param width the region's width in pixels
 * @param height the region's height in pixels
 * @param scaleX picture pixels per region pixel
 * @param scaleY picture pixels per region pixel
 * @param offsetX scaled pixels cut off at the left
 * @param offsetY scaled pixels cut off at the top
 */
public record Placement(
    int width, int height, double scaleX, double scaleY, double offsetX, double offsetY) {

  /** Refuses an empty region and scales that are not positive. */
  public Placement {
    if (width < 1 || height < 1 || !(scaleX > 0) || !(scaleY > 0)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "region %d x %d, scale %s x %s", width, height, scaleX, scaleY));
    }
  }

  /** A region that is the picture itself. */
  public static Placement identity(final int width, final int height) {
    return new Placement(width, height, 1, 1, 0, 0);
  }

  /** The picture's column at a column of the region; fractional, and perhaps outside. */
  public double networkX(final double x) {
    return (x + 0.5) * scaleX - 0.5 - offsetX;
  }

  /** The picture's row at a row of the region; fractional, and perhaps outside. */
  public double networkY(final double y) {
    return (y + 0.5) * scaleY - 0.5 - offsetY;
  }

  /** The region's column at a column of the picture; fractional. */
  public double regionX(final double x) {
    return (x + 0.5 + offsetX) / scaleX - 0.5;
  }

  /** The region's row at a row of the picture; fractional. */
  public double regionY(final double y) {
    return (y + 0.5 + offsetY) / scaleY - 0.5;
  }
}
