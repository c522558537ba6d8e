package io.github.inceptionlens.command.example;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.inceptionlens.activation.example.Example;
import io.github.inceptionlens.image.map.Montage;
import io.github.inceptionlens.image.place.CropPlaces;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Small crops in pages, a row per unit: top, bottom, quantiles. Of very many units the first ones
 * are shown.
 */
final class ExampleMontage {

  /** How many units a page shows. */
  static final int ROWS = 16;

  /** How many pages there are at most. */
  static final int MOST_PAGES = 8;

  private static final int SIDE = 96;
  private static final int CAPTION = 108;
  private static final int LINES = 3;

  private final Function<String, String> described;
  private final BiFunction<UnitPlace, ShownCrop, CropPlaces.Crop> places;
  private final int[] columns;
  private final List<ImageProcessor> pages = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();
  private final List<CropPlaces.Crop> crops = new ArrayList<>();

  /**
   * @param units all of them
   * @param described what a reader is shown of a unit's name
   * @param places from where a crop is
   */
  ExampleMontage(
      final List<ScannedUnit> units,
      final Function<String, String> described,
      final BiFunction<UnitPlace, ShownCrop, CropPlaces.Crop> places) {
    this.described = described;
    this.places = places;
    columns =
        Stream.<Function<ScannedUnit, List<UnitPlace>>>of(
                ScannedUnit::top, ScannedUnit::bottom, ScannedUnit::quantiles)
            .mapToInt(
                kind -> units.stream().mapToInt(unit -> kind.apply(unit).size()).max().orElse(0))
            .toArray();
  }

  /**
   * Adds a page.
   *
   * @param units at most {@value #ROWS}
   */
  void add(final List<ScannedUnit> units, final Map<UnitPlace, ShownCrop> shown) {
    if (pages.size() >= MOST_PAGES) {
      return;
    }
    final int width = columns[0] + columns[1] + columns[2];
    final Montage page = new Montage(SIDE, SIDE, CAPTION, LINES);
    labels.add(units.get(0).name() + " to " + units.get(units.size() - 1).name());
    for (final ScannedUnit unit : units) {
      final List<List<UnitPlace>> kinds = List.of(unit.top(), unit.bottom(), unit.quantiles());
      for (int kind = 0; kind < columns.length; kind++) {
        for (int i = 0; i < columns[kind]; i++) {
          add(page, width, i < kinds.get(kind).size() ? kinds.get(kind).get(i) : null, shown);
        }
      }
    }
    pages.add(page.image("page", width).getProcessor());
  }

  private void add(
      final Montage page,
      final int width,
      final UnitPlace place,
      final Map<UnitPlace, ShownCrop> shown) {
    if (place == null) {
      page.addNothing("", "", "");
      return;
    }
    final ShownCrop crop = shown.get(place);
    final Rectangle at = page.bounds(page.size(), width);
    page.add(
        ShownCrop.small(crop.full(), SIDE),
        described.apply(place.unit()),
        place.kind().startsWith("quantile") ? place.kind() : place.kind() + " " + place.rank(),
        values(place.example()));
    crops.add(places.apply(place, crop).shownAt(CropPlaces.Box.of(at), pages.size() + 1));
  }

  private static String values(final Example example) {
    return example.value() == example.before()
        ? String.format(Locale.ROOT, "%.3g", example.value())
        : String.format(Locale.ROOT, "%.3g (%.3g)", example.value(), example.before());
  }

  /** All pages; nothing without a single one. */
  Optional<ImagePlus> image(final String title) {
    if (pages.isEmpty()) {
      return Optional.empty();
    }
    final int width = pages.get(0).getWidth();
    final int height = pages.get(0).getHeight();
    final ImageStack stack = new ImageStack(width, height);
    for (int i = 0; i < pages.size(); i++) {
      final ColorProcessor page = new ColorProcessor(width, height);
      page.setColor(Color.WHITE);
      page.fill();
      page.insert(pages.get(i), 0, 0);
      stack.addSlice(labels.get(i), page);
    }
    final ImagePlus image = new ImagePlus(title, stack);
    CropPlaces.write(image, crops);
    return Optional.of(image);
  }
}
