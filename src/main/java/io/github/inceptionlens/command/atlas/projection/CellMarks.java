package io.github.inceptionlens.command.atlas.projection;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.atlas.projection.CellSelection;
import io.github.inceptionlens.command.atlas.AtlasProperties;
import java.awt.Color;
import java.util.List;

/** Cells that are marked on the picture of their atlas, by outlines in its overlay. */
final class CellMarks {

  private static final String NAME = "marked cell ";
  private static final double WIDTH = 2;

  private CellMarks() {}

  /** Whether an element of an overlay marks a cell. */
  static boolean isMark(final Roi element) {
    return element.getName() != null && element.getName().startsWith(NAME);
  }

  /**
   * Marks cells in place of those that were marked before; other elements of the overlay stay.
   *
   * @param picture that shows the atlas
   * @param slice on which the cells are, from 1
   */
  static void put(
      final ImagePlus picture,
      final int slice,
      final List<AtlasCell> cells,
      final CellSelection marked) {
    final Overlay overlay = new Overlay();
    if (picture.getOverlay() != null) {
      for (final Roi element : picture.getOverlay()) {
        if (!isMark(element)) {
          overlay.add(element);
        }
      }
    }
    final int side = AtlasProperties.of(picture).orElseThrow().side(slice);
    for (final AtlasCell cell : cells) {
      if (marked.holds(cell.number())) {
        final Roi outline = new Roi(cell.column() * side, cell.row() * side, side, side);
        outline.setStrokeColor(Color.BLACK);
        outline.setStrokeWidth(WIDTH);
        outline.setPosition(picture.getStackSize() > 1 ? slice : 0);
        overlay.add(outline, NAME + cell.number());
      }
    }
    picture.setOverlay(overlay);
  }
}
