package io.github.inceptionlens.image.overlay;

import ij.process.ColorProcessor;
import ij.process.LUT;
import io.github.inceptionlens.image.display.ValueLimits;
import java.awt.image.IndexColorModel;

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
  private static final int MOST_COLORS = 256;

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
    final int index = index(value);
    return index == 0 ? 0 : colors[index - 1];
  }

  /** The place of a value's color in the palette; 0 where it has none. */
  int index(final float value) {
    if (!(value > range.min())) {
      return value <= range.min() && range.min() < 0 ? 1 : 0;
    }
    final double part = (value - range.min()) / (range.max() - range.min());
    return 1 + (int) (STEPS * Math.min(part, 1));
  }

  /** All colors after a transparent one. */
  IndexColorModel palette() {
    return palette(colors);
  }

  /**
   * Colors after a transparent black.
   *
   * @param colors red, green and blue in the lower 24 bits; at most 255
   */
  static IndexColorModel palette(final int[] colors) {
    final byte[][] parts = new byte[3][MOST_COLORS];
    for (int i = 0; i < colors.length; i++) {
      parts[0][i + 1] = (byte) (colors[i] >> 16);
      parts[1][i + 1] = (byte) (colors[i] >> 8);
      parts[2][i + 1] = (byte) colors[i];
    }
    return new IndexColorModel(Byte.SIZE, MOST_COLORS, parts[0], parts[1], parts[2], 0);
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
