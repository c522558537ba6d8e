package io.github.inceptionlens.command.example;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.awt.Rectangle;

/**
 * A crop as it is shown.
 *
 * @param bounds the pixels of the image that it shows
 * @param full all of its pixels; of whole pictures at most {@value #MOST} a side
 * @param plain the same, without anything drawn over it
 */
record ShownCrop(Rectangle bounds, ColorProcessor full, ColorProcessor plain) {

  private static final int MOST = 512;

  ShownCrop {
    bounds = new Rectangle(bounds);
  }

  /** A crop of a whole picture. */
  static ShownCrop whole(final Rectangle bounds, final ColorProcessor pixels) {
    final int longer = Math.max(pixels.getWidth(), pixels.getHeight());
    final ColorProcessor shown = longer > MOST ? scaled(pixels, (double) MOST / longer) : pixels;
    return new ShownCrop(bounds, shown, shown);
  }

  /**
   * A picture with a longer side of at most so many pixels; what is smaller is enlarged so far that
   * its pixels stay squares.
   */
  static ColorProcessor small(final ColorProcessor picture, final int side) {
    final int longer = Math.max(picture.getWidth(), picture.getHeight());
    return scaled(picture, longer > side ? (double) side / longer : side / longer);
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
