package io.github.inceptionlens.command.atlas.projection;

import ij.ImagePlus;
import ij.gui.Roi;
import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.atlas.cell.CellRequest;
import io.github.inceptionlens.atlas.projection.CellSelection;
import io.github.inceptionlens.command.atlas.AtlasProperties;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.input.OpenImages;
import java.util.List;
import java.util.Optional;

/**
 * Which atlas is meant.
 *
 * @param embedding the name under which its embedding is kept
 * @param request how it is divided
 * @param shown the picture of it, if one is open that was named
 */
record ChosenAtlas(String embedding, CellRequest request, Optional<Shown> shown) {

  /**
   * A picture of an atlas.
   *
   * @param slice that is meant, from 1
   * @param drawn what is selected on it
   */
  record Shown(ImagePlus picture, int slice, Optional<Drawn> drawn) {}

  /**
   * A selection on the picture of an atlas.
   *
   * @param area in the picture's pixels
   * @param side width and height of the squares of cells
   */
  record Drawn(Roi area, int side) {

    private static final double MIDDLE = 0.5;

    /** The cells whose middle is selected, or else the one in which the selection lies. */
    CellSelection of(final List<AtlasCell> cells) {
      final CellSelection middles =
          CellSelection.of(cells.stream().filter(this::holdsMiddle).mapToInt(AtlasCell::number));
      final CellSelection found =
          middles.isEmpty()
              ? CellSelection.of(cells.stream().filter(this::isAround).mapToInt(AtlasCell::number))
              : middles;
      if (found.isEmpty()) {
        throw new UserError(
            "the selection on the atlas holds no cell: select the pictures of some cells");
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

    /** What the selection is called; empty where it has no name. */
    String name() {
      return area.getName() == null ? "" : area.getName().strip();
    }
  }

  /**
   * The atlas that an open picture shows on its current slice.
   *
   * @param title as the key {@code atlas}
   * @throws UserError when no such image is open, or it shows no atlas of a kept embedding
   */
  static ChosenAtlas shownBy(final String title) {
    final ImagePlus picture =
        OpenImages.named("atlas", title, null)
            .orElseThrow(
                () -> new UserError("atlas is \"" + title + "\", but no image has that title"));
    final AtlasProperties shown =
        AtlasProperties.of(picture)
            .orElseThrow(
                () ->
                    new UserError(
                        "atlas is \""
                            + title
                            + "\", which is no whole atlas of a kept embedding: make one with"
                            + " Activation Atlas... and a name"));
    final int slice = picture.getCurrentSlice();
    final Optional<Drawn> drawn =
        Optional.ofNullable(picture.getRoi()).map(roi -> new Drawn(roi, shown.side(slice)));
    return new ChosenAtlas(
        shown.embedding(), shown.request(slice), Optional.of(new Shown(picture, slice, drawn)));
  }

  /**
   * What is measured.
   *
   * @param text as the key {@code selection}
   * @return nothing for every cell by itself
   * @throws UserError when the text names a cell that there is not, or no cell is selected
   */
  Optional<NamedCells> selected(final String text, final List<AtlasCell> cells) {
    if (!text.isBlank()) {
      final CellSelection some = CellSelection.of(text.strip(), cells.size());
      return Optional.of(new NamedCells(some.words(), some));
    }
    return shown
        .flatMap(Shown::drawn)
        .map(
            one -> {
              final CellSelection some = one.of(cells);
              return new NamedCells(one.name().isEmpty() ? some.words() : one.name(), some);
            });
  }

  /** Marks cells on the open picture, or else on another one of one slice. */
  void mark(final ImagePlus other, final List<AtlasCell> cells, final CellSelection marked) {
    CellMarks.put(
        shown.map(Shown::picture).orElse(other), shown.map(Shown::slice).orElse(1), cells, marked);
  }

  /**
   * Cells under a name.
   *
   * @param name of the selection, or the cells' numbers
   */
  record NamedCells(String name, CellSelection cells) {}
}
