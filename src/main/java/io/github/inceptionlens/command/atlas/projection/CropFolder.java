package io.github.inceptionlens.command.atlas.projection;

import ij.ImagePlus;
import io.github.inceptionlens.atlas.projection.ProjectedCells;
import io.github.inceptionlens.command.file.OutputFolder;
import io.github.inceptionlens.command.file.ResultFolder;
import io.github.inceptionlens.command.natural.NaturalCrop;
import io.github.inceptionlens.core.FileNames;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.place.CropPlaces;
import io.github.inceptionlens.image.result.PictureStack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A folder of crops: a sub-folder for each selection, or for each cell; of each picture one crop
 * for each, what the unit in the middle of its places there sees. Crops lead back.
 */
final class CropFolder {

  private final Path folder;
  private final String collection;
  private final List<NamedCells> selections;

  /**
   * @param text as the key {@code folder}
   * @param collection what paths of images are relative to; empty for images that are open
   * @param selections what there are crops of; none for each cell
   * @throws io.github.inceptionlens.core.UserError when the text names a file, or a folder that
   *     holds something
   */
  CropFolder(final String text, final String collection, final List<NamedCells> selections) {
    folder = ResultFolder.empty("folder", text);
    this.collection = collection;
    this.selections = List.copyOf(selections);
  }

  /**
   * Writes the crops of a picture.
   *
   * @throws io.github.inceptionlens.core.UserError when a file cannot be written
   */
  void add(final InputPicture picture, final ProjectedCells found) {
    units(picture.view(), found)
        .forEach((name, units) -> write(name, picture, found, units.get(units.size() / 2)));
  }

  /** The selected units by the name of their sub-folder. */
  private Map<String, List<Integer>> units(final View view, final ProjectedCells found) {
    final Map<String, List<Integer>> units = new TreeMap<>();
    for (int unit = 0; unit < found.numbers().length; unit++) {
      final int number = found.numbers()[unit];
      final int at = unit;
      final int x = (int) Math.round(x(view, found.geometry(), unit));
      final int y = (int) Math.round(y(view, found.geometry(), unit));
      if (view.contains(x, y)) {
        names(number)
            .forEach(name -> units.computeIfAbsent(name, any -> new ArrayList<>()).add(at));
      }
    }
    return units;
  }

  /** The sub-folders to which a cell belongs. */
  private List<String> names(final int number) {
    if (number > 0 && selections.isEmpty()) {
      return List.of(String.format(Locale.ROOT, "cell-%05d", number));
    }
    return selections.stream()
        .filter(one -> one.cells().holds(number))
        .map(one -> FileNames.part(one.name()))
        .distinct()
        .toList();
  }

  private static double x(final View view, final Geometry geometry, final int unit) {
    final Placement placement = view.placement();
    return placement.regionX(geometry.x().center(unit % geometry.x().size()));
  }

  private static double y(final View view, final Geometry geometry, final int unit) {
    final Placement placement = view.placement();
    return placement.regionY(geometry.y().center(unit / geometry.x().size()));
  }

  private void write(
      final String name, final InputPicture picture, final ProjectedCells found, final int unit) {
    final double x = picture.left() + x(picture.view(), found.geometry(), unit);
    final double y = picture.top() + y(picture.view(), found.geometry(), unit);
    final NaturalCrop crop = NaturalCrop.at(picture, x, y, found.geometry().x().receptiveField());
    final String title =
        String.format(
            Locale.ROOT,
            "%s-%d-%d-%d.tif",
            FileNames.part(picture.image().path()),
            picture.id().slice(),
            Math.round(x),
            Math.round(y));
    final ImagePlus image = new ImagePlus(title, PictureStack.colors(crop.pixels()));
    final CropPlaces.Box all = new CropPlaces.Box(0, 0, image.getWidth(), image.getHeight());
    CropPlaces.write(
        image,
        List.of(
            new CropPlaces.Crop(
                collection,
                picture.image().path(),
                picture.id().slice(),
                CropPlaces.Box.of(crop.bounds()),
                all)));
    OutputFolder.write(folder.resolve(name).resolve(title), image);
  }
}
