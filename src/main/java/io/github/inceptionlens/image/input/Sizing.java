package io.github.inceptionlens.image.input;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.FilterWeights;
import io.github.inceptionlens.core.geometry.Placement;
import java.util.Locale;

/**
 * The sizes on the way from a region to the network's picture: the region is resized, antialiased
 * when it shrinks, and a window of that is the picture.
 *
 * @param x columns
 * @param y rows
 */
record Sizing(Axis x, Axis y) {

  private static final double STRIP_PIXELS = 1 << 22;

  /**
   * One axis, in pixels.
   *
   * @param region the region's length
   * @param resized the length that the whole region becomes
   * @param from the first resized pixel of the picture
   * @param network the picture's length
   */
  record Axis(int region, int resized, int from, int network) {

    static Axis to(final int region, final int length) {
      return new Axis(region, length, 0, length);
    }

    static Axis middle(final int region, final long resized, final int side) {
      final int length = Math.toIntExact(resized);
      return new Axis(region, length, (length - side) / 2, side);
    }

    double scale() {
      return (double) resized / region;
    }

    FilterWeights taps() {
      return taps(0, network);
    }

    /** What makes some of the picture's pixels of the region's. */
    FilterWeights taps(final int first, final int count) {
      return FilterWeights.triangle(region, resized, from + first, count);
    }
  }

  static Sizing scaled(final int width, final int height, final double scale) {
    final double newWidth = Math.max(Math.rint(width * scale), 1);
    final double newHeight = Math.max(Math.rint(height * scale), 1);
    if (newWidth * newHeight > Integer.MAX_VALUE - 8) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "scale is %s, which makes a picture of %.0f x %.0f pixels: choose a smaller scale or"
                  + " a smaller region",
              scale,
              newWidth,
              newHeight));
    }
    return new Sizing(Axis.to(width, (int) newWidth), Axis.to(height, (int) newHeight));
  }

  static Sizing centerCrop(final int width, final int height, final int side) {
    final int shorter = Math.min(width, height);
    return new Sizing(
        Axis.middle(width, Math.round((double) width * side / shorter), side),
        Axis.middle(height, Math.round((double) height * side / shorter), side));
  }

  static Sizing stretch(final int width, final int height, final int side) {
    return new Sizing(Axis.to(width, side), Axis.to(height, side));
  }

  Placement placement() {
    return new Placement(x.region, y.region, x.scale(), y.scale(), x.from, y.from);
  }

  /** How many rows of the picture are made at a time: so many that few are read twice. */
  int stripRows() {
    final double pixels = Math.max((double) x.region * y.region / y.resized, x.network);
    return (int) Math.max(1, Math.min(STRIP_PIXELS / pixels, y.network));
  }

  /** Bytes of three planes of some rows of the picture and of what they are made from. */
  long bytes(final int rows) {
    final long strip = Math.min(rows, stripRows());
    final long source = Math.min(y.region, Math.round(2 + (strip + 1) / y.scale()));
    return 3 * Float.BYTES * (x.network * (rows + strip + source) + x.region * source);
  }
}
