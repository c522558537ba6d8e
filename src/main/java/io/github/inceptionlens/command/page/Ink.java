package io.github.inceptionlens.command.page;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Colors, sizes and manners that all panels of pages share. */
public final class Ink {

  public static final Color BLACK = new Color(0x1A1A1A);
  public static final Color GRAY = new Color(0x5F5F5F);
  public static final Color PALE = new Color(0xC8C8C8);
  public static final Color FAINT = new Color(0xEFEFEF);

  /** Of weights and effects above 0; told from {@link #BELOW} by the color-blind, too. */
  public static final Color ABOVE = new Color(0xCA0020);

  /** Of weights and effects below 0. */
  public static final Color BELOW = new Color(0x0571B0);

  public static final double TITLE = 8;
  public static final double FIGURE = 6.3;
  public static final double NOTE = 5.8;

  /** From one baseline to the next. */
  public static final double LINE = 7.6;

  public static final double HAIR = 0.4;
  public static final double THIN = 0.7;

  private static final double TITLE_GAP = 11;

  private Ink() {}

  /**
   * Writes the title of a panel.
   *
   * @return where the panel begins below it
   */
  public static double title(
      final PageCanvas canvas,
      final String letter,
      final String title,
      final double x,
      final double y) {
    canvas.text(PageText.of(letter, x, y + TITLE, TITLE).in(BLACK));
    canvas.text(PageText.of(title, x + TITLE + 2, y + TITLE, TITLE).in(BLACK));
    return y + TITLE_GAP + 2;
  }

  public static PageText note(final String words, final double x, final double y) {
    return PageText.of(words, x, y, NOTE).in(GRAY);
  }

  public static PageText figure(final String words, final double x, final double y) {
    return PageText.of(words, x, y, FIGURE).in(BLACK);
  }

  /**
   * Writes a note in as many lines as it needs.
   *
   * @return the baseline below the last line
   */
  public static double paragraph(
      final PageCanvas canvas,
      final String words,
      final double x,
      final double y,
      final double width) {
    double baseline = y;
    for (final String line : lines(words, NOTE, width)) {
      canvas.text(note(line, x, baseline));
      baseline += LINE;
    }
    return baseline;
  }

  /** A text in lines that are no longer than a width. */
  public static List<String> lines(final String words, final double size, final double width) {
    final List<String> lines = new ArrayList<>();
    String line = "";
    for (final String word : words.strip().split(" +")) {
      final String longer = line.isEmpty() ? word : line + " " + word;
      if (line.isEmpty() || length(longer, size) <= width) {
        line = longer;
      } else {
        lines.add(shortened(line, size, width));
        line = word;
      }
    }
    lines.add(shortened(line, size, width));
    return lines;
  }

  /** A text, cut where it is longer than a width. */
  public static String shortened(final String words, final double size, final double width) {
    if (length(words, size) <= width) {
      return words;
    }
    int end = words.length();
    while (end > 0 && length(words.substring(0, end).strip() + "\u2026", size) > width) {
      end = words.offsetByCodePoints(end, -1);
    }
    return words.substring(0, end).strip() + "\u2026";
  }

  private static double length(final String words, final double size) {
    return PageText.of(words, 0, 0, size).length();
  }

  public static void line(
      final PageCanvas canvas,
      final double x1,
      final double y1,
      final double x2,
      final double y2,
      final double width,
      final Color color) {
    canvas.stroke(new Line2D.Double(x1, y1, x2, y2), width, color);
  }

  /** Draws a photograph with a fine frame, which tells its white from the paper. */
  public static void framed(
      final PageCanvas canvas, final BufferedImage pixels, final Rectangle2D where) {
    canvas.picture(pixels, where);
    canvas.stroke(where, HAIR, PALE);
  }

  public static Rectangle2D box(
      final double x, final double y, final double width, final double height) {
    return new Rectangle2D.Double(x, y, width, height);
  }

  /**
   * A color between two.
   *
   * @param part of the second one, 0 to 1
   */
  public static Color mixed(final Color first, final Color second, final double part) {
    final float[] from = first.getRGBColorComponents(null);
    final float[] to = second.getRGBColorComponents(null);
    final float[] mixed = new float[from.length];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = (float) (from[i] + part * (to[i] - from[i]));
    }
    return new Color(mixed[0], mixed[1], mixed[2]);
  }
}
