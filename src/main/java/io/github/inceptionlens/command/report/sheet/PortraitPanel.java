package io.github.inceptionlens.command.report.sheet;

import io.github.inceptionlens.command.page.Ink;
import io.github.inceptionlens.command.page.PageCanvas;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Pictures of a unit: the main one, its facets two and two, and the other side where it has one.
 */
final class PortraitPanel {

  private static final double GAP = 4;
  private static final double SPLIT = 9;
  private static final double LINES = 2 * Ink.LINE + 2;

  private final Portraits portraits;
  private final double side;

  /**
   * @param height of the pictures with their lines
   */
  PortraitPanel(final Portraits portraits, final double width, final double height) {
    this.portraits = portraits;
    final int pictures = Math.max(1, portraits.pictures().size());
    final int columns = (portraits.facets().size() + 1) / 2;
    final double fitting =
        (width - (pictures - 1) * SPLIT - columns * GAP / 2) / (pictures + columns / 2.0);
    final boolean hasLines =
        portraits.pictures().stream().anyMatch(tile -> !tile.figure().isEmpty());
    side = Math.min(hasLines ? height - LINES : height, fitting);
  }

  void draw(final PageCanvas canvas, final double x, final double y) {
    double left = x;
    for (int i = 0; i < portraits.pictures().size(); i++) {
      draw(canvas, portraits.pictures().get(i), left, y);
      left += side + SPLIT + (i == 0 ? drawFacets(canvas, left + side + GAP, y) : 0);
    }
  }

  private void draw(final PageCanvas canvas, final Tile tile, final double left, final double y) {
    canvas.picture(tile.pixels(), TilePanel.fitted(tile.pixels(), Ink.box(left, y, side, side)));
    if (!tile.figure().isEmpty()) {
      canvas.text(
          Ink.figure(Ink.shortened(tile.figure(), Ink.FIGURE, side), left, y + side + Ink.LINE));
      canvas.text(
          Ink.note(Ink.shortened(tile.caption(), Ink.NOTE, side), left, y + side + 2 * Ink.LINE));
    }
  }

  /** Returns how much room they take with the gaps. */
  private double drawFacets(final PageCanvas canvas, final double left, final double y) {
    final List<BufferedImage> facets = portraits.facets();
    final double small = (side - GAP) / 2;
    for (int i = 0; i < facets.size(); i++) {
      canvas.picture(
          facets.get(i),
          Ink.box(left + i / 2 * (small + GAP), y + i % 2 * (small + GAP), small, small));
    }
    return (facets.size() + 1) / 2 * (small + GAP);
  }
}
