package io.github.inceptionlens.command.atlas.projection;

import ij.ImagePlus;
import io.github.inceptionlens.atlas.cell.CellLayout;
import io.github.inceptionlens.collection.CollectionImage;
import io.github.inceptionlens.command.atlas.link.LinkedImage;
import io.github.inceptionlens.command.file.ImageNames;
import io.github.inceptionlens.command.file.OutputFolder;
import io.github.inceptionlens.core.FileNames;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.result.LabelResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The label image of each image that is projected, and the mask of each selection: on the screen,
 * in a folder, or both. The pictures of an image come one after the other.
 */
final class CellImages {

  /** How many images have label images on the screen, at most. */
  static final int MOST_SHOWN = 8;

  private static final String SUFFIX = ".tif";

  private final CellLayout layout;
  private final List<NamedCells> selections;
  private final Provenance made;
  private final boolean isShown;
  private final Optional<Path> folder;
  private final ImageNames names;
  private final List<ImagePlus> labels = new ArrayList<>();
  private final List<ImagePlus> colored = new ArrayList<>();
  private final List<ImagePlus> masks = new ArrayList<>();
  private final List<LinkedImage> linked = new ArrayList<>();
  private Optional<InputPicture> first = Optional.empty();
  private LabelResult growing;

  /**
   * What is made of the images.
   *
   * @param isShown whether images are kept for the screen
   * @param folder where files go; nothing for no files
   * @param images all of the collection
   */
  record Where(boolean isShown, Optional<Path> folder, List<CollectionImage> images) {}

  CellImages(
      final CellLayout layout,
      final List<NamedCells> selections,
      final Where where,
      final Provenance made) {
    this.layout = layout;
    this.selections = List.copyOf(selections);
    this.made = made;
    isShown = where.isShown();
    folder = where.folder();
    names = new ImageNames(where.images());
  }

  /**
   * Puts the cells of a picture.
   *
   * @param numbers of the cells of the region's pixels, 0 for none
   * @throws io.github.inceptionlens.core.UserError when a file cannot be written
   */
  void add(final InputPicture picture, final int[] numbers) {
    if (!isShown && folder.isEmpty()) {
      return;
    }
    if (first.filter(one -> one.image().equals(picture.image())).isEmpty()) {
      finish();
      first = Optional.of(picture);
      growing = new LabelResult(picture.input());
    }
    growing.put(picture.index(), numbers);
  }

  /**
   * Finishes the images of the pictures that were put.
   *
   * @throws io.github.inceptionlens.core.UserError as {@link #add}
   */
  void finish() {
    first.ifPresent(this::finish);
    first = Optional.empty();
    growing = null;
  }

  private void finish(final InputPicture picture) {
    final CellColors colors = new CellColors(layout);
    final int most = layout.cells().size();
    final ImagePlus cells = growing.image("Cells", most, colors::of, made);
    folder.ifPresent(any -> write(picture.image(), "-cells", cells));
    final boolean single = selections.size() == 1;
    for (final NamedCells one : selections) {
      final String what = single ? "Selected Cells" : "Selected Cells " + one.name();
      final String suffix = single ? "-selected" : "-selected-" + FileNames.part(one.name());
      final ImagePlus mask =
          growing.mask(what, one.cells()::holds, made.with("selection", one.name()));
      folder.ifPresent(any -> write(picture.image(), suffix, mask));
      if (isShown) {
        masks.add(mask);
      }
    }
    if (isShown) {
      labels.add(cells);
      linked.add(new LinkedImage(picture.opened(), picture.input(), cells));
      if (!LabelResult.showsAll(most)) {
        colored.add(growing.colored("Colored Cells", colors::of, made));
      }
    }
  }

  private void write(final CollectionImage image, final String what, final ImagePlus made) {
    OutputFolder.write(folder.orElseThrow().resolve(names.of(image) + what + SUFFIX), made);
  }

  /** The label images for the screen. */
  List<ImagePlus> labels() {
    return List.copyOf(labels);
  }

  /** Where labels share colors, the same in the cells' exact colors. */
  List<ImagePlus> colored() {
    return List.copyOf(colored);
  }

  /** The masks for the screen, image by image, in the order of the selections. */
  List<ImagePlus> masks() {
    return List.copyOf(masks);
  }

  /** The images on the screen with their cells. */
  List<LinkedImage> linked() {
    return List.copyOf(linked);
  }
}
