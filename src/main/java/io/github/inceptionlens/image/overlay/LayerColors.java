package io.github.inceptionlens.image.overlay;

import ij.process.ColorProcessor;
import ij.process.LUT;
import io.github.inceptionlens.image.display.ValueLimits;

/**
 * Values as opaque colors, and as exact black where they do not exceed a range's minimum; with a
 * minimum below zero, whose values count by their magnitude, it has a color itself, as all below.
 *
 * <p>ImageJ draws black pixels of an overlay fully transparent, and takes anything as dark as gray
 * 1 for black; so the colors begin where the lookup table is clearly above it.
 */
final class LayerColors {

  private static final int DARKEST_START = 32;
  private static final int DARKEST = 2;
  private static final int STEPS = 254;

  private final int[] colors = new int[STEPS + 1];
  private final ValueLimits range;

  LayerColors(final LUT table, final ValueLimits range) {
    this.range = range;
    final int first = first(table);
    for (int step = 0; step <= STEPS; step++) {
      colors[step] = color(table, first + Math.round((255f - first) * step / STEPS));
    }
  }

  /** The index of the first color that is not nearly black. */
  private static int first(final LUT table) {
    for (int i = 0; i < 256; i++) {
      if (table.getRed(i) + table.getGreen(i) + table.getBlue(i) >= 3 * DARKEST_START) {
        return i;
      }
    }
    return 0;
  }

  private static int color(final LUT table, final int index) {
    final int red = Math.max(table.getRed(index), DARKEST);
    final int green = Math.max(table.getGreen(index), DARKEST);
    final int blue = Math.max(table.getBlue(index), DARKEST);
    return 0xff000000 | red << 16 | green << 8 | blue;
  }

  ValueLimits range() {
    return range;
  }

  /** The color of a value; 0 for NaN, and at a minimum of zero or more and below. */
  int of(final float value) {
    if (!(value > range.min())) {
      return value <= range.min() && range.min() < 0 ? colors[0] : 0;
    }
    final double part = (value - range.min()) / (range.max() - range.min());
    return colors[(int) (STEPS * Math.min(part, 1))];
  }

  /** A plane in colors. */
  int[] paint(final float[] plane) {
    final int[] pixels = new int[plane.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = of(plane[i]);
    }
    return pixels;
  }

  /** All colors, the highest on top. */
  ColorProcessor ramp(final int width, final int height) {
    final int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      final int row = i / width;
      pixels[i] = colors[Math.round((float) STEPS * (height - 1 - row) / Math.max(1, height - 1))];
    }
    return new ColorProcessor(width, height, pixels);
  }
}
