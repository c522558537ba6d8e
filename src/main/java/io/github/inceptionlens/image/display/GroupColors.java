package io.github.inceptionlens.image.display;

import ij.process.LUT;
import java.awt.Color;
import java.util.Locale;

/**
 * Colors that tell groups apart: hues at equal distances, light enough to be seen on black and
 * strong enough on white; of many every second is darker.
 */
public final class GroupColors {

  private static final float SATURATION = 0.85f;
  private static final float DARKER = 0.7f;
  private static final int FEW = 7;
  private static final double LEAST_LUMINANCE = 0.35;
  private static final double[] LUMINANCE = {0.299, 0.587, 0.114};
  private static final int WHITE = 255;

  private GroupColors() {}

  /**
   * The color of a group.
   *
   * @param index from 0
   * @param count how many groups there are
   */
  public static Color of(final int index, final int count) {
    final boolean dark = count > FEW && index % 2 == 1;
    final Color plain = Color.getHSBColor((float) index / count, SATURATION, dark ? DARKER : 1);
    final double light = luminance(plain);
    return light < LEAST_LUMINANCE && !dark
        ? lighter(plain, (LEAST_LUMINANCE - light) / (1 - light))
        : plain;
  }

  private static double luminance(final Color color) {
    return (LUMINANCE[0] * color.getRed()
            + LUMINANCE[1] * color.getGreen()
            + LUMINANCE[2] * color.getBlue())
        / WHITE;
  }

  private static Color lighter(final Color color, final double part) {
    return new Color(
        toWhite(color.getRed(), part),
        toWhite(color.getGreen(), part),
        toWhite(color.getBlue(), part));
  }

  private static int toWhite(final int level, final double part) {
    return (int) Math.round(level + part * (WHITE - level));
  }

  /** From black to a color. */
  public static LUT ramp(final Color color) {
    return LUT.createLutFromColor(color);
  }

  /** A color as in HTML, such as {@code #ff2626}. */
  public static String name(final Color color) {
    return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xffffff);
  }
}
