package io.github.inceptionlens.command.example;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.Rectangle;

/**
 * A crop as it is shown.
 *
 * @param bounds the pixels of the image that it shows
 * @param full all of its pixels; of whole pictures at most {@value #MOST} a side
 */
record ShownCrop(Rectangle bounds, ColorProcessor full) {

  private static final int MOST = 512;

  ShownCrop {
    bounds = new Rectangle(bounds);
  }

  /**
   * A crop.
   *
   * @param isWhole whether it is of a whole picture
   */
  static ShownCrop of(final Rectangle bounds, final ColorProcessor pixels, final boolean isWhole) {
    final int longer = Math.max(pixels.getWidth(), pixels.getHeight());
    return new ShownCrop(
        bounds, isWhole && longer > MOST ? scaled(pixels, (double) MOST / longer) : pixels);
  }

  /** The crop with a longer side of at most so many pixels; small ones keep square pixels. */
  ColorProcessor small(final int side) {
    final int longer = Math.max(full.getWidth(), full.getHeight());
    return scaled(full, longer > side ? (double) side / longer : side / longer);
  }

  private static ColorProcessor scaled(final ColorProcessor pixels, final double scale) {
    final ImageProcessor from = pixels.duplicate();
    from.setInterpolationMethod(scale < 1 ? ImageProcessor.BILINEAR : ImageProcessor.NONE);
    return (ColorProcessor)
        from.resize(length(scale * pixels.getWidth()), length(scale * pixels.getHeight()), true);
  }

  private static int length(final double length) {
    return Math.max(1, (int) Math.round(length));
  }
}
