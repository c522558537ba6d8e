package io.github.inceptionlens.command.atlas.link;

import ij.ImagePlus;
import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.atlas.cell.CellKind;
import io.github.inceptionlens.atlas.cell.CellLayout;
import io.github.inceptionlens.atlas.cell.CellRequest;
import io.github.inceptionlens.atlas.projection.CellSelection;
import io.github.inceptionlens.command.atlas.AtlasProperties;
import java.awt.Rectangle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which cells of a projected atlas a place on a picture of it means, and where they lie there.
 *
 * <p>A picture may show another grid of the same map, as a pyramid does: then a place means the
 * projected cells that lie in its square, or the one in which its square lies. Groups of k-means
 * lie only on a picture of the same groups.
 *
 * @param embedding the name under which the embedding is kept
 * @param layout the cells that were projected
 */
public record CellLink(String embedding, CellLayout layout) {

  private static final double HALF = 0.5;

  /** Whether a picture shows the atlas on its current slice. */
  boolean isShownBy(final ImagePlus picture) {
    return AtlasProperties.of(picture).filter(shown -> fits(shown, slice(picture))).isPresent();
  }

  private static int slice(final ImagePlus picture) {
    return picture.getCurrentSlice();
  }

  private boolean fits(final AtlasProperties shown, final int slice) {
    final CellRequest own = layout.request();
    final CellRequest other = shown.request(slice);
    return shown.embedding().equals(embedding)
        && (own.kind() == CellKind.GRID ? other.kind() == CellKind.GRID : other.equals(own));
  }

  /** The cell of a number of a label image; none for 0. */
  CellSelection cell(final int number) {
    return select(layout.cells().stream().filter(cell -> cell.number() == number).toList());
  }

  private static CellSelection select(final List<AtlasCell> cells) {
    return CellSelection.of(cells.stream().mapToInt(AtlasCell::number));
  }

  /** The projected cells under a pixel of a picture that shows the atlas. */
  CellSelection at(final ImagePlus picture, final int x, final int y) {
    return AtlasProperties.of(picture)
        .filter(shown -> fits(shown, slice(picture)))
        .flatMap(shown -> shown.at(slice(picture), x, y).map(square -> in(shown, picture, square)))
        .orElseGet(() -> select(List.of()));
  }

  private CellSelection in(
      final AtlasProperties shown, final ImagePlus picture, final AtlasProperties.Square square) {
    final int own = layout.request().grid();
    final int other = shown.request(slice(picture)).grid();
    return select(
        layout.cells().stream()
            .filter(
                cell ->
                    isInside(cell.column(), own, square.column(), other)
                        && isInside(cell.row(), own, square.row(), other))
            .toList());
  }

  /** Whether the middle of the finer of two intervals lies in the coarser one. */
  private static boolean isInside(
      final int one, final int ofOne, final int other, final int ofOther) {
    return ofOne >= ofOther
        ? (int) ((one + HALF) / ofOne * ofOther) == other
        : (int) ((other + HALF) / ofOther * ofOne) == one;
  }

  /** The squares of cells on a picture that shows the atlas, in its pixels. */
  List<Rectangle> squares(final ImagePlus picture, final CellSelection cells) {
    final Optional<AtlasProperties> shown =
        AtlasProperties.of(picture).filter(one -> fits(one, slice(picture)));
    return shown.isEmpty()
        ? List.of()
        : layout.cells().stream()
            .filter(cell -> cells.holds(cell.number()))
            .map(cell -> square(shown.get(), slice(picture), cell))
            .toList();
  }

  private Rectangle square(final AtlasProperties shown, final int slice, final AtlasCell cell) {
    final double side =
        (double) shown.side(slice) * shown.request(slice).grid() / layout.request().grid();
    final int left = (int) Math.round(cell.column() * side);
    final int top = (int) Math.round(cell.row() * side);
    return new Rectangle(
        left,
        top,
        (int) Math.round((cell.column() + 1) * side) - left,
        (int) Math.round((cell.row() + 1) * side) - top);
  }

  /** What is said of cells, such as {@code cell 17 of 143 vectors}. */
  String words(final CellSelection cells) {
    final List<AtlasCell> held =
        layout.cells().stream().filter(cell -> cells.holds(cell.number())).toList();
    if (held.isEmpty()) {
      return "no cell";
    }
    return String.format(
        Locale.ROOT,
        "%s %s of %,d vectors",
        held.size() == 1 ? "cell" : "cells",
        cells.words(),
        held.stream().mapToInt(AtlasCell::count).sum());
  }
}
