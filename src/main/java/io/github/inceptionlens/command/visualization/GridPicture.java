package io.github.inceptionlens.command.visualization;

import ij.ImagePlus;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.place.CropPlaces;
import io.github.inceptionlens.image.result.CellGrid;
import io.github.inceptionlens.visualization.grid.ActivationGrid;
import io.github.inceptionlens.visualization.grid.GridCells;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An activation grid as ImageJ shows it: over the image, each cell leading back to its place. */
final class GridPicture {

  private final ImageInput input;
  private final GridCells cells;
  private final CellGrid grid;

  GridPicture(final ImageInput input, final GridCells cells, final int cell) {
    this.input = input;
    this.cells = cells;
    this.grid = new CellGrid(input, cells.geometry(), cell);
  }

  /**
   * The RGB image.
   *
   * @param live the window in which it grew, if there is one
   */
  ImagePlus image(
      final ActivationGrid made, final Optional<ImagePlus> live, final Provenance provenance) {
    final String title = "Activation grid of " + cells.layer();
    final ImagePlus image =
        grid.picture(made.picture(), title).image(live, title, provenance.with(grid.provenance()));
    CropPlaces.write(image, places());
    return image;
  }

  private List<CropPlaces.Crop> places() {
    return Arrays.stream(cells.places())
        .filter(unit -> !grid.on(unit).isEmpty())
        .mapToObj(unit -> place(input, grid.on(unit), grid.at(unit)))
        .toList();
  }

  /**
   * What a part of a picture shows of the analyzed image.
   *
   * @param from pixels of the image
   * @param at pixels of the picture
   */
  static CropPlaces.Crop place(final ImageInput input, final Rectangle from, final Rectangle at) {
    return new CropPlaces.Crop(
        "",
        input.title(),
        input.frames().get(0).slice(),
        CropPlaces.Box.of(from),
        CropPlaces.Box.of(at),
        0);
  }
}
