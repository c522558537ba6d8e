package io.github.inceptionlens.command.page;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * The letters of pages: Liberation Sans, which comes with PDFBox and is as wide as Helvetica and
 * Arial, so that a page is the same on every computer; for characters that it lacks whatever this
 * computer has.
 */
final class PageFont {

  /** The families that stand in for it where it is not embedded, all of one width. */
  static final String FAMILIES = "Liberation Sans, Arimo, Helvetica, Arial, sans-serif";

  private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
  private static final Font OWN = own();
  private static final Font OTHER = new Font(Font.SANS_SERIF, Font.PLAIN, 1);

  private PageFont() {}

  /**
   * A part of a line.
   *
   * @param own whether the page's own font has all its characters
   */
  record Run(String words, boolean own) {

    Font font(final double size) {
      return (own ? OWN : OTHER).deriveFont((float) size);
    }

    double length(final double size) {
      return font(1).getStringBounds(words, EXACT).getWidth() * size;
    }

    /** The letters' outlines, from 0 on the baseline on. */
    Shape outline(final double size) {
      final char[] letters = words.toCharArray();
      return font(size)
          .layoutGlyphVector(EXACT, letters, 0, letters.length, Font.LAYOUT_LEFT_TO_RIGHT)
          .getOutline();
    }
  }

  private static Font own() {
    try (InputStream file = file()) {
      return Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(1f);
    } catch (final FontFormatException e) {
      throw new IllegalStateException(e);
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The font's file. */
  static InputStream file() {
    return PDFont.class.getResourceAsStream(FILE);
  }

  /** A line in parts that one font has. */
  static List<Run> runs(final String words) {
    final List<Run> runs = new ArrayList<>();
    int start = 0;
    while (start < words.length()) {
      int end = start;
      final boolean own = OWN.canDisplay(words.codePointAt(start));
      while (end < words.length() && OWN.canDisplay(words.codePointAt(end)) == own) {
        end += Character.charCount(words.codePointAt(end));
      }
      runs.add(new Run(words.substring(start, end), own));
      start = end;
    }
    return runs;
  }

  static double length(final String words, final double size) {
    return runs(words).stream().mapToDouble(run -> run.length(size)).sum();
  }
}
