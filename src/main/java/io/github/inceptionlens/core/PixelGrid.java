package io.github.inceptionlens.core;

/**
 * Where the pixels of a picture lie in the space of the image that it was made of, by origin and
 * spacing: the center of pixel {@code i} of a row lies at {@code originX + i * spacingX}.
 *
 * @param originX the place of the first column's centers, in {@code unit}
 * @param originY the place of the first row's centers, in {@code unit}
 * @param spacingX from one column to the next, in {@code unit}, above 0
 * @param spacingY from one row to the next, in {@code unit}, above 0
 * @param unit such as {@code µm}, or {@code pixel} where nothing is known
 */
public record PixelGrid(
    double originX, double originY, double spacingX, double spacingY, String unit) {

  /** Pixels without a known size: their indices are their places. */
  public static final PixelGrid PIXELS = new PixelGrid(0, 0, 1, 1, "pixel");

  /** Refuses spacings that are not positive. */
  public PixelGrid {
    if (!(spacingX > 0 && spacingY > 0)) {
      throw new UserError(
          "the spacing of pixels is " + spacingX + " x " + spacingY + ", expected numbers above 0");
    }
  }

  /** The place of a column, which may be fractional. */
  public double x(final double column) {
    return originX + column * spacingX;
  }

  /** The place of a row, which may be fractional. */
  public double y(final double row) {
    return originY + row * spacingY;
  }

  /** The grid of what is left from a row on. */
  public PixelGrid fromRow(final int row) {
    return new PixelGrid(originX, y(row), spacingX, spacingY, unit);
  }
}
