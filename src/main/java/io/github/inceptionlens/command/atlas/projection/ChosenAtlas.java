package io.github.inceptionlens.command.atlas.projection;

import ij.ImagePlus;
import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.atlas.cell.CellRequest;
import io.github.inceptionlens.atlas.projection.CellSelection;
import io.github.inceptionlens.command.atlas.AtlasProperties;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.input.OpenImages;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
  record Shown(ImagePlus picture, int slice, List<DrawnCells> drawn) {

    Shown {
      drawn = List.copyOf(drawn);
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
    return new ChosenAtlas(
        shown.embedding(),
        shown.request(slice),
        Optional.of(new Shown(picture, slice, DrawnCells.on(picture, shown.side(slice)))));
  }

  /**
   * What is measured.
   *
   * @param text as the key {@code selection}
   * @return none for every cell by itself
   * @throws UserError when the text names a cell that there is not, no cell is selected, or two
   *     selections have one name
   */
  List<NamedCells> selected(final String text, final List<AtlasCell> cells) {
    if (!text.isBlank()) {
      final CellSelection some = CellSelection.of(text.strip(), cells.size());
      return List.of(new NamedCells(some.words(), some));
    }
    final List<NamedCells> all =
        shown.map(Shown::drawn).orElse(List.of()).stream().map(one -> one.named(cells)).toList();
    final Set<String> names = new HashSet<>();
    for (final NamedCells one : all) {
      if (!names.add(one.name())) {
        throw new UserError(
            "two selections on the atlas are called \"" + one.name() + "\": rename one of them");
      }
    }
    return all;
  }

  /** Marks cells on the open picture, or else on another one of one slice. */
  void mark(final ImagePlus other, final List<AtlasCell> cells, final CellSelection marked) {
    CellMarks.put(
        shown.map(Shown::picture).orElse(other), shown.map(Shown::slice).orElse(1), cells, marked);
  }
}
