package io.github.inceptionlens.command.atlas.projection;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.atlas.projection.CellSelection;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.input.ManagedRois;
import io.github.inceptionlens.image.overlay.PassingElements;
import java.util.List;
import java.util.stream.Stream;

/**
 * A selection on the picture of an atlas.
 *
 * @param area in the picture's pixels
 * @param side width and height of the squares of cells
 */
record DrawnCells(Roi area, int side) {

  private static final double MIDDLE = 0.5;

  /**
   * What a person selected on a picture: its selection, or else the areas of its overlay that have
   * a name, or else those of the ROI Manager.
   *
   * @param side width and height of the squares of cells
   */
  static List<DrawnCells> on(final ImagePlus picture, final int side) {
    return areas(picture).stream().map(area -> new DrawnCells(area, side)).toList();
  }

  private static List<Roi> areas(final ImagePlus picture) {
    if (picture.getRoi() != null) {
      return List.of(picture.getRoi());
    }
    final List<Roi> named =
        elements(picture.getOverlay())
            .filter(DrawnCells::isOfUser)
            .filter(area -> isSeen(area, picture))
            .toList();
    return named.isEmpty()
        ? ManagedRois.all().stream()
            .filter(Roi::isArea)
            .filter(area -> isSeen(area, picture))
            .toList()
        : named;
  }

  private static Stream<Roi> elements(final Overlay overlay) {
    return overlay == null ? Stream.of() : Stream.of(overlay.toArray());
  }

  private static boolean isOfUser(final Roi element) {
    return element.isArea()
        && !(element instanceof TextRoi)
        && !PassingElements.isPassing(element)
        && !CellMarks.isMark(element)
        && element.getName() != null
        && !element.getName().isBlank();
  }

  private static boolean isSeen(final Roi area, final ImagePlus picture) {
    return area.getPosition() == 0
        || picture.getStackSize() == 1
        || area.getPosition() == picture.getCurrentSlice();
  }

  /**
   * The cells under the selection's name, or their numbers where it has none.
   *
   * @throws UserError when it holds none
   */
  NamedCells named(final List<AtlasCell> cells) {
    final CellSelection some = of(cells);
    final String name = area.getName() == null ? "" : area.getName().strip();
    return new NamedCells(name.isEmpty() ? some.words() : name, some);
  }

  /** The cells whose middle is selected, or else the one in which the selection lies. */
  private CellSelection of(final List<AtlasCell> cells) {
    final CellSelection middles =
        CellSelection.of(cells.stream().filter(this::holdsMiddle).mapToInt(AtlasCell::number));
    final CellSelection found =
        middles.isEmpty()
            ? CellSelection.of(cells.stream().filter(this::isAround).mapToInt(AtlasCell::number))
            : middles;
    if (found.isEmpty()) {
      throw new UserError(
          (area.getName() == null ? "the selection" : "the selection \"" + area.getName() + "\"")
              + " on the atlas holds no cell: select the pictures of some cells");
    }
    return found;
  }

  private boolean holdsMiddle(final AtlasCell cell) {
    return area.contains(
        (int) ((cell.column() + MIDDLE) * side), (int) ((cell.row() + MIDDLE) * side));
  }

  private boolean isAround(final AtlasCell cell) {
    final double[] center = area.getContourCentroid();
    return (int) (center[0] / side) == cell.column() && (int) (center[1] / side) == cell.row();
  }
}
