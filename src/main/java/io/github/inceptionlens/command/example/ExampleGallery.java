package io.github.inceptionlens.command.example;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import io.github.inceptionlens.activation.example.CropUnity;
import io.github.inceptionlens.activation.example.UnitUnity;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.command.example.KeptExamples.PicturedUnit;
import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.place.CropPlaces;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The crops of found units as a stack or as files, as a montage, as small pictures that are kept,
 * and whether each unit is one thing: some units at a time, so that memory is bounded.
 */
final class ExampleGallery {

  private final InceptionV1 network;
  private final ImageCollection<InputPicture> images;
  private final List<ScannedUnit> units;
  private final Function<String, String> described;
  private final ExampleCrops crops;
  private final ExampleMontage montage;
  private final Map<String, List<byte[]>> thumbnails = new HashMap<>();
  private final Map<UnitPlace, CropPlaces.Crop> from = new HashMap<>();
  private final Map<String, UnitUnity> unities = new HashMap<>();
  private Optional<ExampleStack> stack;

  /** Takes a unit's crops. */
  @FunctionalInterface
  interface FileOfUnit {
    void write(ScannedUnit unit, ImagePlus crops);
  }

  /**
   * @param tinted whether each unit's own activation is drawn over its crops
   * @param embeddings the layer that sees the top crops of units; nothing where none does
   */
  ExampleGallery(
      final InceptionV1 network,
      final ImageCollection<InputPicture> images,
      final List<ScannedUnit> units,
      final boolean tinted,
      final Function<UnitGroup, Optional<String>> embeddings) {
    this.network = network;
    this.images = images;
    this.units = units;
    described = described(network.architecture(), units);
    crops = new ExampleCrops(network, images, tinted, embeddings);
    montage = new ExampleMontage(units, described, this::place);
    stack = Optional.of(new ExampleStack(described));
  }

  /** Entries with their texts, classes with their labels. */
  private static Function<String, String> described(
      final Architecture network, final List<ScannedUnit> units) {
    final Map<String, String> classes = new HashMap<>();
    units.stream()
        .filter(unit -> unit.group().isWhole())
        .forEach(
            unit ->
                classes.put(
                    unit.name(), unit.name() + " '" + network.classes().get(unit.channel()) + "'"));
    return name -> classes.getOrDefault(name, network.entryLabels().described(name));
  }

  private CropPlaces.Crop place(final UnitPlace place, final ShownCrop crop) {
    return new CropPlaces.Crop(
        images.isOfFiles() ? images.name() : "",
        place.example().picture().image(),
        place.example().picture().slice(),
        CropPlaces.Box.of(crop.bounds()),
        CropPlaces.Box.of(crop.bounds()));
  }

  /**
   * Cuts all crops.
   *
   * @param files takes each unit's crops; where there is none they are all kept for the stack, as
   *     long as the memory allows
   */
  void fill(final Optional<FileOfUnit> files, final Progress progress) {
    stack = stack.filter(all -> files.isEmpty());
    for (int first = 0; first < units.size(); first += ExampleMontage.ROWS) {
      final int start = first;
      final List<ScannedUnit> some =
          units.subList(first, Math.min(units.size(), first + ExampleMontage.ROWS));
      final Map<UnitPlace, ShownCrop> shown =
          crops.of(
              some,
              (fraction, what) ->
                  progress.at((start + fraction * some.size()) / units.size(), what));
      montage.add(some, shown);
      some.forEach(unit -> take(unit, shown, files));
      stack =
          stack.filter(all -> HeapCheck.holds(all.bytes() / (start + some.size()) * units.size()));
    }
    measure();
  }

  private void take(
      final ScannedUnit unit,
      final Map<UnitPlace, ShownCrop> shown,
      final Optional<FileOfUnit> files) {
    final ExampleStack own = new ExampleStack(described);
    for (final UnitPlace place : unit.places()) {
      final CropPlaces.Crop crop = place(place, shown.get(place));
      from.put(place, crop);
      stack.ifPresent(all -> all.add(place, shown.get(place), crop));
      own.add(place, shown.get(place), crop);
    }
    files.ifPresent(writer -> writer.write(unit, own.image(unit.name())));
    thumbnails.put(
        unit.name(),
        unit.top().stream()
            .limit(KeptExamples.MOST)
            .map(place -> ShownCrop.small(shown.get(place).plain(), KeptExamples.SIDE))
            .map(ColorProcessor::getBufferedImage)
            .map(KeptExamples::jpeg)
            .toList());
  }

  private void measure() {
    final Map<UnitGroup, List<ScannedUnit>> groups =
        units.stream()
            .collect(
                Collectors.groupingBy(ScannedUnit::group, LinkedHashMap::new, Collectors.toList()));
    for (final List<ScannedUnit> group : groups.values()) {
      final List<UnitUnity> measured =
          CropUnity.of(
              group.stream().map(ScannedUnit::name).toList(),
              group.stream().map(crops::seen).toList());
      for (int i = 0; i < group.size(); i++) {
        unities.put(group.get(i).name(), measured.get(i));
      }
    }
  }

  /** Whether a unit is one thing. */
  UnitUnity unity(final ScannedUnit unit) {
    return unities.getOrDefault(unit.name(), UnitUnity.UNKNOWN);
  }

  /** All crops as slices; nothing where they are files, or the memory is too small. */
  Optional<ImagePlus> stack(final String title) {
    return stack.filter(all -> all.size() > 0).map(all -> all.image(title));
  }

  /** The pages of small crops. */
  Optional<ImagePlus> montage(final String title) {
    return montage.image(title);
  }

  /** How many units the montage shows at most. */
  static int mostInMontage() {
    return ExampleMontage.ROWS * ExampleMontage.MOST_PAGES;
  }

  /** Keeps the examples of units of layers beside the networks. */
  void keep() {
    final KeptExamples kept = KeptExamples.of(network);
    units.stream()
        .filter(unit -> !unit.group().isWhole())
        .collect(Collectors.groupingBy(unit -> unit.group().layer().name()))
        .forEach((layer, some) -> kept.keep(layer, some.stream().map(this::pictured).toList()));
  }

  private PicturedUnit pictured(final ScannedUnit unit) {
    return new PicturedUnit(
        new KeptUnit(
            unit.channel(),
            images.name(),
            images.look().pictures(),
            kept(unit.top()),
            kept(unit.bottom()),
            unit.quantiles().stream().map(this::kept).toList(),
            unit.examples().histogram(),
            unit.statistics(),
            unity(unit)),
        thumbnails.get(unit.name()));
  }

  private List<KeptPlace> kept(final List<UnitPlace> places) {
    return places.stream().limit(KeptExamples.MOST).map(this::kept).toList();
  }

  private KeptPlace kept(final UnitPlace place) {
    final CropPlaces.Crop crop = from.get(place);
    return new KeptPlace(
        place.kind(),
        place.rank(),
        place.example().value(),
        place.example().before(),
        crop.collection(),
        crop.image(),
        crop.slice(),
        place.example().imageX(),
        place.example().imageY(),
        place.example().label(),
        crop.from());
  }
}
