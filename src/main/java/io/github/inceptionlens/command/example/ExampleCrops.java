package io.github.inceptionlens.command.example;

import ij.process.ColorProcessor;
import io.github.inceptionlens.activation.example.CropEmbedding;
import io.github.inceptionlens.activation.example.Example;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.command.natural.NaturalCrop;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.overlay.TintedPicture;
import io.github.inceptionlens.image.result.PictureStack;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.LayerReading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.imglib2.Interval;

/** Cuts the crops of examples out of their images, and lets another layer see them. */
final class ExampleCrops {

  private final InceptionV1 network;
  private final ImageCollection<InputPicture> images;
  private final boolean tinted;
  private final Function<UnitGroup, Optional<String>> embeddings;
  private final Map<String, CropEmbedding> embedders = new HashMap<>();
  private final Map<String, List<double[]>> seen = new HashMap<>();
  private Map<UnitPlace, ShownCrop> crops = new HashMap<>();

  /** An example and the unit that it is of. */
  private record Item(ScannedUnit unit, UnitPlace place) {

    PictureId picture() {
      return place.example().picture();
    }
  }

  /**
   * @param tinted whether each unit's own activation is drawn over its crops
   * @param embeddings the layer that sees the top crops of units; nothing where none does
   */
  ExampleCrops(
      final InceptionV1 network,
      final ImageCollection<InputPicture> images,
      final boolean tinted,
      final Function<UnitGroup, Optional<String>> embeddings) {
    this.network = network;
    this.images = images;
    this.tinted = tinted;
    this.embeddings = embeddings;
  }

  /** The crops of some units; each image is opened once. */
  Map<UnitPlace, ShownCrop> of(final List<ScannedUnit> units, final Progress progress) {
    crops = new HashMap<>();
    final Map<PictureId, List<Item>> items =
        units.stream()
            .flatMap(unit -> unit.places().stream().map(place -> new Item(unit, place)))
            .collect(Collectors.groupingBy(Item::picture, TreeMap::new, Collectors.toList()));
    images.pictures(items.keySet(), picture -> cut(picture, items.get(picture.id())), progress);
    embedders.values().forEach(CropEmbedding::finish);
    return crops;
  }

  /** How the other layer sees the top crops of a unit. */
  List<double[]> seen(final ScannedUnit unit) {
    return seen.getOrDefault(unit.name(), List.of());
  }

  private void cut(final InputPicture picture, final List<Item> items) {
    final View view = picture.view();
    final Map<ScannedUnit, float[]> maps = tinted ? maps(view, items) : Map.of();
    for (final Item item : items) {
      final UnitGroup group = item.unit().group();
      final int field = group.field(view);
      final NaturalCrop crop = NaturalCrop.of(item.place().example(), picture, field);
      final ColorProcessor pixels = PictureStack.colors(crop.pixels());
      crops.put(
          item.place(),
          group.isWhole()
              ? ShownCrop.whole(crop.bounds(), pixels)
              : new ShownCrop(
                  crop.bounds(), tinted(pixels, item, maps.get(item.unit()), view), pixels));
      if (item.place().isTop()) {
        embeddings.apply(group).ifPresent(layer -> embed(item, view, crop, layer));
      }
    }
  }

  private void embed(final Item item, final View view, final NaturalCrop crop, final String layer) {
    final UnitGroup group = item.unit().group();
    embedders
        .computeIfAbsent(layer, name -> new CropEmbedding(network, name))
        .add(
            group.isWhole()
                ? crop.pixels()
                : item.place().example().square(view, group.field(view)),
            vector ->
                seen.computeIfAbsent(item.unit().name(), name -> new ArrayList<>()).add(vector));
  }

  /** The maps of the units that have some; each layer is run once. */
  private Map<ScannedUnit, float[]> maps(final View view, final List<Item> items) {
    final Map<ScannedUnit, float[]> maps = new HashMap<>();
    items.stream()
        .map(Item::unit)
        .filter(unit -> !unit.group().isWhole())
        .distinct()
        .collect(Collectors.groupingBy(unit -> unit.group().layer().name()))
        .forEach(
            (layer, units) -> {
              final LayerReading reading = network.read(view, layer);
              final MapStack read =
                  reading.channels(
                      units.stream().map(ScannedUnit::channel).toList(), Progress.NONE);
              for (int i = 0; i < units.size(); i++) {
                maps.put(units.get(i), read.plane(i));
              }
            });
    return maps;
  }

  /**
   * The crop with the unit's activation.
   *
   * @param map {@code null} where nothing is drawn
   */
  private static ColorProcessor tinted(
      final ColorProcessor pixels, final Item item, final float[] map, final View view) {
    final double most = item.unit().statistics().largest();
    if (map == null || most <= 0) {
      return pixels;
    }
    final UnitGroup group = item.unit().group();
    final Example example = item.place().example();
    final Interval part = example.seen(view, group.field(view));
    final Placement placement =
        new Placement(pixels.getWidth(), pixels.getHeight(), 1, 1, -part.min(0), -part.min(1));
    final float[] values =
        Registration.SMOOTH.place(
            map, Geometry.of(group.layer(), view.width(), view.height()), placement);
    return TintedPicture.of(pixels, values, most);
  }
}
