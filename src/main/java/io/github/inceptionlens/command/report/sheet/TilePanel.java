package io.github.inceptionlens.command.report.sheet;

import io.github.inceptionlens.command.page.Ink;
import io.github.inceptionlens.command.page.PageCanvas;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A row of pictures of one size.
 *
 * @param x left end in points
 * @param y upper end
 * @param side of a tile
 * @param pitch from one tile to the next
 */
record TilePanel(double x, double y, double side, double pitch) {

  private static final double GAP = 5;

  /** So many tiles over a width. */
  static TilePanel over(final double x, final double y, final double width, final int tiles) {
    final double pitch = (width + GAP) / tiles;
    return new TilePanel(x, y, pitch - GAP, pitch);
  }

  /** Where each picture is. */
  List<Rectangle2D> places(final List<Tile> tiles) {
    return IntStream.range(0, tiles.size()).mapToObj(i -> place(tiles.get(i), i)).toList();
  }

  /** At the left and above its lines, where it does not fill its square. */
  private Rectangle2D place(final Tile tile, final int index) {
    final double left = x + index * pitch;
    final Rectangle2D fitted = fitted(tile.pixels(), Ink.box(left, y, side, side));
    return Ink.box(left, y + side - fitted.getHeight(), fitted.getWidth(), fitted.getHeight());
  }

  /** The largest rectangle of a picture's shape in the middle of another one. */
  static Rectangle2D fitted(final BufferedImage pixels, final Rectangle2D room) {
    final double scale =
        Math.min(room.getWidth() / pixels.getWidth(), room.getHeight() / pixels.getHeight());
    final double width = pixels.getWidth() * scale;
    final double height = pixels.getHeight() * scale;
    return Ink.box(room.getCenterX() - width / 2, room.getCenterY() - height / 2, width, height);
  }

  void draw(final PageCanvas canvas, final List<Tile> tiles) {
    for (int i = 0; i < tiles.size(); i++) {
      final Tile tile = tiles.get(i);
      final double left = x + i * pitch;
      final double width = side + 1;
      Ink.framed(canvas, tile.pixels(), place(tile, i));
      canvas.text(
          Ink.figure(Ink.shortened(tile.figure(), Ink.FIGURE, width), left, y + side + Ink.LINE));
      canvas.text(
          Ink.note(Ink.shortened(tile.caption(), Ink.NOTE, width), left, y + side + 2 * Ink.LINE));
    }
  }

  /** How high a row is, with the lines below. */
  double height() {
    return side + 2 * Ink.LINE + 2;
  }
}
