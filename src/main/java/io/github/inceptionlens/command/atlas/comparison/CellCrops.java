package io.github.inceptionlens.command.atlas.comparison;

import ij.ImagePlus;
import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.atlas.comparison.CellDifference;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.map.Montage;
import io.github.inceptionlens.image.place.CropPlaces;
import io.github.inceptionlens.image.result.ResultImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the cells that differ look like on both sides: a row per cell, the treated crops and then
 * the control's, of different pictures, those nearest to the cell's mean first.
 */
final class CellCrops {

  /** How many cells are shown. */
  static final int ROWS = 16;

  private static final int EACH = 5;
  private static final int SIDE = 96;
  private static final int CAPTION = 108;
  private static final int LINES = 3;

  private final ComparisonReport report;
  private final PlaceCrops crops;

  CellCrops(final ComparisonReport report, final PlaceCrops crops) {
    this.report = report;
    this.crops = crops;
  }

  /**
   * The crops; nothing where no cell differs.
   *
   * @throws io.github.inceptionlens.core.UserError when an image cannot be read any more
   */
  Optional<ImagePlus> image(
      final String title, final Provenance provenance, final Progress progress) {
    final List<Integer> cells = report.differing().stream().limit(ROWS).toList();
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    final Map<Integer, List<Integer>> treated = chosen(cells, true);
    final Map<Integer, List<Integer>> control = chosen(cells, false);
    final List<Integer> all = new ArrayList<>();
    cells.forEach(cell -> all.addAll(treated.get(cell)));
    cells.forEach(cell -> all.addAll(control.get(cell)));
    final Map<Integer, PlaceCrops.Cut> cut = crops.cut(all, SIDE, progress);
    final Montage montage = new Montage(SIDE, SIDE, CAPTION, LINES);
    final List<CropPlaces.Crop> places = new ArrayList<>();
    for (final int cell : cells) {
      add(montage, places, cut, cell, treated.get(cell), ComparedImages.TREATED);
      add(montage, places, cut, cell, control.get(cell), ComparedImages.CONTROL);
    }
    final ImagePlus image = montage.image(ResultImages.unique(title), 2 * EACH);
    CropPlaces.write(image, places);
    ResultImages.describe(image, provenance);
    return Optional.of(image);
  }

  private Map<Integer, List<Integer>> chosen(final List<Integer> cells, final boolean treated) {
    return cells.stream()
        .collect(
            Collectors.toMap(
                cell -> cell,
                cell ->
                    new NearestMembers(report.vectors())
                        .of(report.atlas().cells().get(cell), treated, EACH)));
  }

  private void add(
      final Montage montage,
      final List<CropPlaces.Crop> places,
      final Map<Integer, PlaceCrops.Cut> cut,
      final int index,
      final List<Integer> vectors,
      final String side) {
    final AtlasCell cell = report.atlas().cells().get(index);
    final CellDifference found = report.comparison().cells().get(index);
    final double share = side.equals(ComparedImages.TREATED) ? found.treated() : found.control();
    final String first = String.format(Locale.ROOT, "cell %d, %s", cell.number(), side);
    final String second =
        String.format(Locale.ROOT, "%.1f %%, P %.2g", 100 * share, found.corrected());
    for (int i = 0; i < EACH; i++) {
      if (i >= vectors.size()) {
        montage.addNothing(first, second, "no other picture");
        continue;
      }
      final int vector = vectors.get(i);
      final String path = report.vectors().image(vector).path();
      final CropPlaces.Box at = CropPlaces.Box.of(montage.bounds(montage.size(), 2 * EACH));
      montage.add(
          cut.get(vector).picture(), first, second, path.substring(path.lastIndexOf('/') + 1));
      places.add(cut.get(vector).shown().shownAt(at, 0));
    }
  }
}
