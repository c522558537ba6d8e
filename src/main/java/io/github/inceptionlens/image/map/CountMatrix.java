package io.github.inceptionlens.image.map;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import io.github.inceptionlens.image.display.Luts;
import java.awt.Color;
import java.awt.Font;
import java.util.List;

/**
 * A square table of counts as a picture: rows are numbered and named, columns numbered alike; the
 * brighter a cell, the larger its part of the row.
 *
 * @param names of rows and columns
 * @param counts [row, column]
 * @param rows what the rows are
 * @param columns what the columns are
 */
public record CountMatrix(List<String> names, int[][] counts, String rows, String columns) {

  private static final int CELL = 28;
  private static final int MARGIN = 8;
  private static final int HEAD = 44;
  private static final int NAME = 220;
  private static final int BASELINE = 19;
  private static final int BRIGHT = 160;
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

  /** The picture, RGB. */
  public ImagePlus image(final String title) {
    final int side = names.size() * CELL;
    final ColorProcessor page =
        new ColorProcessor(NAME + side + 2 * MARGIN, HEAD + side + 2 * MARGIN);
    page.setColor(Color.WHITE);
    page.fill();
    page.setFont(FONT);
    page.setAntialiasedText(true);
    page.setColor(Color.BLACK);
    page.drawString(rows, MARGIN, HEAD - MARGIN);
    page.drawString(columns, NAME, BASELINE);
    for (int i = 0; i < names.size(); i++) {
      page.setColor(Color.BLACK);
      final String name = i + 1 + "  " + names.get(i);
      page.drawString(
          Montage.shortened(page, name, NAME - 2 * MARGIN), MARGIN, HEAD + i * CELL + BASELINE);
      centered(page, String.valueOf(i + 1), NAME + i * CELL, HEAD - CELL);
      drawRow(page, i);
    }
    return new ImagePlus(title, page);
  }

  private void drawRow(final ColorProcessor page, final int row) {
    int sum = 0;
    for (final int count : counts[row]) {
      sum += count;
    }
    for (int column = 0; column < names.size(); column++) {
      final int x = NAME + column * CELL;
      final int y = HEAD + row * CELL;
      final int level = sum == 0 ? 0 : (int) Math.round(255.0 * counts[row][column] / sum);
      page.setColor(new Color(Luts.inferno().getRGB(level)));
      page.fillRect(x, y, CELL - 1, CELL - 1);
      if (counts[row][column] > 0) {
        page.setColor(level > BRIGHT ? Color.BLACK : Color.WHITE);
        centered(page, String.valueOf(counts[row][column]), x, y);
      }
    }
  }

  private static void centered(
      final ColorProcessor page, final String text, final int x, final int y) {
    page.drawString(text, x + (CELL - page.getStringWidth(text)) / 2, y + BASELINE);
  }
}
