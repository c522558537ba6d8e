package io.github.inceptionlens.command.atlas.projection;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.TextRoi;
import ij.process.ColorProcessor;
import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.atlas.cell.CellLayout;
import io.github.inceptionlens.command.atlas.AtlasProperties;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.display.PlaneColors;
import io.github.inceptionlens.image.result.ResultImages;
import java.awt.Color;
import java.awt.Font;
import java.util.List;

/**
 * The colors of an atlas's cells: what lies near on the map looks alike.
 *
 * @param layout the cells
 */
record CellColors(CellLayout layout) {

  private static final int SIDE = 24;
  private static final int WIDEST = 960;
  private static final int READABLE = 20;
  private static final int RIM = 2;
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 9);

  /**
   * The color of a cell.
   *
   * @param number from 1
   */
  Color of(final int number) {
    final AtlasCell cell = layout.cells().get(number - 1);
    return PlaneColors.of(cell.x(), cell.y());
  }

  /** The map: each cell's square in its color, with its number where there is room. */
  ImagePlus legend(final String embedding, final Provenance provenance) {
    final int grid = layout.request().grid();
    final int side = Math.min(SIDE, WIDEST / grid);
    final ColorProcessor map = new ColorProcessor(grid * side, grid * side);
    map.setColor(Color.WHITE);
    map.fill();
    final Overlay numbers = new Overlay();
    for (final AtlasCell cell : layout.cells()) {
      map.setColor(of(cell.number()));
      map.fillRect(cell.column() * side, cell.row() * side, side, side);
      if (side >= READABLE) {
        numbers.add(number(cell, side));
      }
    }
    final ImagePlus image = new ImagePlus(ResultImages.unique(embedding + "-Colors"), map);
    if (numbers.size() > 0) {
      image.setOverlay(numbers);
    }
    ResultImages.describe(image, provenance);
    AtlasProperties.write(image, embedding, List.of(layout.request()));
    return image;
  }

  private static TextRoi number(final AtlasCell cell, final int side) {
    final TextRoi number =
        new TextRoi(
            cell.column() * side + RIM,
            cell.row() * side + RIM,
            String.valueOf(cell.number()),
            FONT);
    number.setStrokeColor(Color.BLACK);
    return number;
  }
}
