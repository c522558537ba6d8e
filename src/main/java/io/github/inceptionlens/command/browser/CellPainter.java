package io.github.inceptionlens.command.browser;

import io.github.inceptionlens.command.browser.pictures.PictureShelf;
import io.github.inceptionlens.command.browser.pictures.PictureShelf.Shelved;
import io.github.inceptionlens.command.browser.units.BrowserModel;
import io.github.inceptionlens.command.browser.units.BrowserTab;
import io.github.inceptionlens.command.browser.units.UnitFacts;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/** Draws the cells of a browser's grid: a picture, below it the unit's number and value. */
final class CellPainter {

  private static final double MARGIN = 6;
  private static final int BACKGROUND = 0xffffff;
  private static final int EMPTY = 0xe9e9e9;
  private static final int TEXT = 0x1a1a1a;
  private static final int FAINT = 0x5c5c5c;
  private static final int ACCENT = 0x2f6fd0;
  private static final int CHOSEN = 0xd6e4fb;

  private final BrowserModel model;
  private final PictureShelf shelf;
  private final LongSupplier look;
  private final double scale;
  private final Font plain;
  private final Font bold;
  private final FontMetrics metrics;

  /**
   * @param look the present look at the image; 0 without an image
   * @param scale pixels of the screen per pixel of the model's sides
   * @param font of the captions
   */
  CellPainter(
      final BrowserModel model,
      final PictureShelf shelf,
      final LongSupplier look,
      final double scale,
      final Font font) {
    this.model = model;
    this.shelf = shelf;
    this.look = look;
    this.scale = scale;
    plain = font.deriveFont(Font.PLAIN);
    bold = font.deriveFont(Font.BOLD);
    metrics =
        new JComponent() {
          private static final long serialVersionUID = 1L;
        }.getFontMetrics(plain);
  }

  private int side() {
    return (int) Math.round(scale * model.side());
  }

  private int margin() {
    return (int) Math.round(scale * MARGIN);
  }

  /** The width of a cell with its margin. */
  int cellWidth() {
    return side() + 2 * margin();
  }

  /** The height of the same. */
  int cellHeight() {
    return side() + 2 * margin() + (model.hasLabels() ? 2 : 1) * metrics.getHeight();
  }

  /** Clears a part of the page. */
  void clear(final Graphics2D page, final Rectangle part) {
    page.setColor(new Color(BACKGROUND));
    page.fill(part);
    page.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    page.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    page.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
  }

  /** Writes a sentence into the middle of what is seen. */
  void write(final Graphics2D page, final String sentence, final Rectangle seen) {
    final int width = metrics.stringWidth(sentence) + 4 * margin();
    final int height = metrics.getHeight() + 4 * margin();
    final int left = seen.x + (seen.width - width) / 2;
    final int top = seen.y + (seen.height - height) / 2;
    page.setColor(new Color(BACKGROUND));
    page.fillRoundRect(left, top, width, height, margin(), margin());
    page.setFont(plain);
    page.setColor(new Color(TEXT));
    page.drawString(sentence, left + 2 * margin(), top + 2 * margin() + metrics.getAscent());
  }

  /** Draws a unit's cell. */
  void draw(
      final Graphics2D page,
      final UnitFacts one,
      final Rectangle cell,
      final boolean selected,
      final boolean focused) {
    if (selected) {
      drawSelection(page, cell, focused);
    }
    final Rectangle square = new Rectangle(cell.x + margin(), cell.y + margin(), side(), side());
    final Optional<Shelved> picture = shelf.find(model.tab(), one.unit()).filter(this::counts);
    if (picture.isPresent()) {
      drawPicture(page, picture.get(), square);
    } else {
      page.setColor(new Color(EMPTY));
      page.fill(square);
    }
    drawCaption(page, one, square);
  }

  /** An outdated map counts until there is another one, but not without an image. */
  private boolean counts(final Shelved picture) {
    return model.tab() != BrowserTab.MAPS || look.getAsLong() > 0 && model.trouble().isEmpty();
  }

  private void drawSelection(final Graphics2D page, final Rectangle cell, final boolean focused) {
    final int line = Math.max(1, (int) Math.round(2 * scale));
    final int arc = 2 * margin();
    page.setColor(new Color(CHOSEN));
    page.fillRoundRect(
        cell.x + line, cell.y + line, cell.width - 2 * line, cell.height - 2 * line, arc, arc);
    if (focused) {
      page.setColor(new Color(ACCENT));
      page.setStroke(new BasicStroke(line));
      page.drawRoundRect(
          cell.x + line, cell.y + line, cell.width - 2 * line, cell.height - 2 * line, arc, arc);
    }
  }

  private void drawPicture(final Graphics2D page, final Shelved picture, final Rectangle square) {
    final BufferedImage image = picture.image();
    final double fit = (double) square.width / Math.max(image.getWidth(), image.getHeight());
    final int width = Math.max(1, (int) Math.round(fit * image.getWidth()));
    final int height = Math.max(1, (int) Math.round(fit * image.getHeight()));
    page.drawImage(
        image,
        square.x + (square.width - width) / 2,
        square.y + (square.height - height) / 2,
        width,
        height,
        null);
    if (picture.look() == PictureShelf.GROWING) {
      final int bar = Math.max(2, (int) Math.round(3 * scale));
      page.setColor(new Color(ACCENT));
      page.fillRect(square.x, square.y + square.height - bar, square.width, bar);
    }
  }

  private void drawCaption(final Graphics2D page, final UnitFacts one, final Rectangle square) {
    final int base = square.y + square.height + metrics.getAscent() + 1;
    final String number = String.valueOf(one.unit().channel());
    page.setFont(bold);
    page.setColor(new Color(TEXT));
    page.drawString(number, square.x, base);
    final int used = page.getFontMetrics().stringWidth(number) + margin();
    page.setFont(plain);
    page.setColor(new Color(FAINT));
    final String value = model.order().value(one);
    final int width = metrics.stringWidth(value);
    if (used + width <= square.width + margin()) {
      page.drawString(value, square.x + square.width - width, base);
    }
    if (!one.label().isEmpty()) {
      page.setColor(new Color(TEXT));
      page.drawString(
          SwingUtilities.layoutCompoundLabel(
              metrics,
              one.label(),
              null,
              0,
              0,
              0,
              0,
              square.getBounds(),
              new Rectangle(),
              new Rectangle(),
              0),
          square.x,
          base + metrics.getHeight());
    }
  }

  /** What stands beside the mouse. */
  String tip(final UnitFacts one) {
    final String head = "<html><b>" + escaped(one.unit().toString()) + "</b>";
    final String label = one.label().isEmpty() ? "" : "<br>" + escaped(one.label());
    final String figures = one.figures().isEmpty() ? "" : "<br>" + escaped(one.figures());
    return head + label + figures + "</html>";
  }

  private static String escaped(final String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
