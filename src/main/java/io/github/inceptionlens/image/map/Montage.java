package io.github.inceptionlens.image.map;

import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.MontageMaker;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.image.result.PictureStack;
import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.List;
import java.util.Locale;

/** Pictures and maps of one size side by side in one RGB image, each with a caption below. */
public final class Montage {

  private static final int MARGIN = 4;
  private static final int LINE = 16;
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

  private final int width;
  private final int height;
  private final ImageStack tiles;

  /**
   * An empty montage.
   *
   * @param width of each picture in pixels
   * @param height of each picture in pixels
   * @param caption the width in pixels that captions have at least
   * @param lines how many lines captions have at most
   */
  public Montage(final int width, final int height, final int caption, final int lines) {
    this.width = width;
    this.height = height;
    tiles =
        new ImageStack(Math.max(width, caption) + 2 * MARGIN, height + lines * LINE + 2 * MARGIN);
  }

  /**
   * Adds a picture; one smaller than its place stands in the middle of it.
   *
   * @param picture at most width x height, x 3 or 4, values 0 to 255
   */
  public void add(final Picture picture, final String... caption) {
    add(PictureStack.colors(picture), caption);
  }

  /**
   * Adds a map; the caption ends with the values of the first and the last color.
   *
   * @param plane row-major
   */
  public void add(
      final float[] plane, final MapDisplay look, final String method, final String target) {
    add(
        look.render(plane, width),
        method,
        target,
        String.format(Locale.ROOT, "%.2g to %.2g", look.limits().min(), look.limits().max()));
  }

  /** Adds a picture in ImageJ's colors, at most as large as its place. */
  public void add(final ColorProcessor picture, final String... caption) {
    add((ImageProcessor) picture, caption);
  }

  /** Adds a place without a map. */
  public void addNothing(final String method, final String target, final String why) {
    final ColorProcessor gray = new ColorProcessor(width, height);
    gray.setColor(new Color(0xdddddd));
    gray.fill();
    add(gray, method, target, why);
  }

  private void add(final ImageProcessor picture, final String... lines) {
    final ColorProcessor tile = new ColorProcessor(tiles.getWidth(), tiles.getHeight());
    tile.setColor(Color.WHITE);
    tile.fill();
    tile.insert(
        picture,
        MARGIN + (width - picture.getWidth()) / 2,
        MARGIN + (height - picture.getHeight()) / 2);
    tile.setColor(Color.BLACK);
    tile.setFont(FONT);
    tile.setAntialiasedText(true);
    for (int i = 0; i < lines.length; i++) {
      tile.drawString(
          shortened(tile, lines[i], tile.getWidth() - 2 * MARGIN),
          MARGIN,
          MARGIN + height + (i + 1) * LINE);
    }
    tiles.addSlice(tile);
  }

  /**
   * Words that fit into a line.
   *
   * @param page with the font in which they are written
   * @param room in pixels
   */
  public static String shortened(final ImageProcessor page, final String line, final int room) {
    String text = line;
    for (int length = line.length(); page.getStringWidth(text) > room; length--) {
      text = line.substring(0, length - 1) + "…";
    }
    return text;
  }

  /**
   * Where a picture that was added lies in the image of all, with its caption.
   *
   * @param index from 0, in the order in which they were added
   * @param columns places per row
   */
  public Rectangle bounds(final int index, final int columns) {
    return new Rectangle(
        index % columns * tiles.getWidth(),
        index / columns * tiles.getHeight(),
        tiles.getWidth(),
        tiles.getHeight());
  }

  /** How many places there are so far. */
  public int size() {
    return tiles.getSize();
  }

  /**
   * The places row by row, so many rows on each slice, of which the last may have empty places.
   *
   * @param labels of the slices
   */
  public ImagePlus pages(
      final String title, final int columns, final int rows, final List<String> labels) {
    final ImagePlus all = new ImagePlus(title, tiles);
    final ImageStack pages = new ImageStack(columns * tiles.getWidth(), rows * tiles.getHeight());
    final int each = columns * rows;
    for (int first = 1; first <= size(); first += each) {
      final int last = Math.min(size(), first + each - 1);
      final ImagePlus page =
          new MontageMaker().makeMontage2(all, columns, rows, 1, first, last, 1, 0, false);
      pages.addSlice(labels.get(pages.getSize()), page.getProcessor());
    }
    return new ImagePlus(title, pages);
  }

  /**
   * The places row by row.
   *
   * @param title the image's title
   * @param columns places per row
   */
  public ImagePlus image(final String title, final int columns) {
    final int rows = (size() + columns - 1) / columns;
    final ImagePlus montage =
        new MontageMaker()
            .makeMontage2(new ImagePlus(title, tiles), columns, rows, 1, 1, size(), 1, 0, false);
    montage.setTitle(title);
    return montage;
  }
}
