package io.github.inceptionlens.command.report;

import io.github.inceptionlens.activation.example.Example;
import io.github.inceptionlens.activation.example.UnitExamples.QuantileExample;
import io.github.inceptionlens.activation.statistics.UnitResponse;
import io.github.inceptionlens.circuit.weight.WeightKernel;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.command.natural.NaturalCrop;
import io.github.inceptionlens.command.report.sheet.FieldExample;
import io.github.inceptionlens.command.report.sheet.Portraits;
import io.github.inceptionlens.command.report.sheet.Tile;
import io.github.inceptionlens.command.report.sheet.TileRow;
import io.github.inceptionlens.command.report.sheet.UnitSheet;
import io.github.inceptionlens.command.report.sheet.Wire;
import io.github.inceptionlens.command.report.sheet.Wiring;
import io.github.inceptionlens.command.unit.UnitNames;
import io.github.inceptionlens.command.unit.UnitPortraits;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.dictionary.EntryNeighbors;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.result.PictureStack;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Makes the page of a unit of what was found of it, and of pictures of units. */
final class SheetMaker {

  private final InceptionV1 network;
  private final Architecture table;
  private final ImageCollection<InputPicture> collection;
  private final ReportOptions options;
  private final UnitPortraits pictures;

  SheetMaker(
      final InceptionV1 network,
      final ImageCollection<InputPicture> collection,
      final ReportOptions options,
      final UnitPortraits pictures) {
    this.network = network;
    this.collection = collection;
    this.options = options;
    this.pictures = pictures;
    table = network.architecture();
  }

  /**
   * The page of a unit.
   *
   * @param made version and macro line
   */
  UnitSheet sheet(final UnitFindings found, final Provenance made, final Progress progress) {
    final Unit unit = found.unit();
    final UnitResponse response = found.response();
    return new UnitSheet(
        SheetWords.heading(unit, table, network.digest(), collection.toString(), made),
        portraits(found, progress.part(0, 2)),
        strongest(found),
        along(found),
        field(found),
        SheetFigures.values(response, options.quantiles()),
        SheetFigures.boxes(response),
        SheetFigures.labelNote(response),
        wiring("Reads from ", found.inputs(), WeightKernel::from, progress.part(2, 4)),
        wiring("Is read by ", found.outputs(), WeightKernel::to, progress.part(3, 4)),
        SheetFigures.effects(found.effects(), table.labels()),
        found.neighbors().map(some -> SheetFigures.neighbors(some, table.entryLabels())),
        foot(made));
  }

  private Portraits portraits(final UnitFindings found, final Progress progress) {
    final Unit unit = found.unit();
    final List<BufferedImage> own =
        List.copyOf(pictures.of(List.of(unit), progress.part(0, 3)).values());
    final List<BufferedImage> facets =
        own.isEmpty() ? List.of() : pictures.facets(unit, options.facets(), progress.part(1, 3));
    final Optional<EntryNeighbors> sides = found.neighbors().filter(one -> !one.isTied());
    final List<Tile> shown = new ArrayList<>();
    own.forEach(
        pixels ->
            shown.add(sides.isPresent() ? SheetWords.encoder(pixels) : new Tile(pixels, "", "")));
    sides.ifPresent(
        one ->
            pictures
                .decoder(ReportScan.rectified(unit), progress.part(2, 3))
                .ifPresent(pixels -> shown.add(SheetWords.decoder(pixels, one.encoderCosine()))));
    return new Portraits(
        "What it looks for",
        shown.isEmpty() ? "nothing was found that drives it" : SheetWords.made(facets.size()),
        shown,
        facets);
  }

  private List<Tile> tiles(
      final List<NaturalCrop> crops, final List<Example> examples, final List<String> figures) {
    return IntStream.range(0, crops.size())
        .mapToObj(
            i ->
                new Tile(
                    pixels(crops.get(i)),
                    figures.get(i) + SheetWords.value(examples.get(i).before()),
                    caption(examples.get(i))))
        .toList();
  }

  /** What the picture shows, or else which one it is. */
  private String caption(final Example example) {
    if (!example.label().isEmpty()) {
      return example.label();
    }
    return collection.images().size() == 1
        ? "slice " + example.picture().slice()
        : SheetWords.name(example.picture().image());
  }

  private static BufferedImage pixels(final NaturalCrop crop) {
    return PictureStack.colors(crop.pixels()).getBufferedImage();
  }

  private TileRow strongest(final UnitFindings found) {
    final List<Example> top = found.examples().top();
    return new TileRow(
        "What drives it most",
        "its strongest place of each of the " + top.size() + " pictures that drive it most",
        tiles(found.strongest(), top, Collections.nCopies(top.size(), "")));
  }

  private TileRow along(final UnitFindings found) {
    final List<QuantileExample> quantiles = found.examples().quantiles();
    return new TileRow(
        "Along its distribution",
        quantiles.isEmpty()
            ? "no quantiles were asked for"
            : "a place at each quantile of its values: quantile, value",
        tiles(
            found.along(),
            quantiles.stream().map(QuantileExample::example).toList(),
            quantiles.stream().map(one -> SheetWords.part(one.part()) + ":  ").toList()));
  }

  private Optional<FieldExample> field(final UnitFindings found) {
    return found.examples().top().stream()
        .findFirst()
        .map(
            best ->
                new SeenPicture(
                        collection.picture(best.picture()), table.layer(found.unit().layer()))
                    .at(best));
  }

  private Wiring wiring(
      final String verb,
      final List<WeightKernel> weights,
      final Function<WeightKernel, Unit> other,
      final Progress progress) {
    if (weights.isEmpty()) {
      return new Wiring(verb + "nothing", "No weights lead from it to a layer.", List.of());
    }
    final List<WeightKernel> shown =
        weights.subList(0, Math.min(options.connections(), weights.size()));
    final List<Unit> others = shown.stream().map(other).toList();
    final Map<Unit, BufferedImage> icons = icons(others, progress);
    return new Wiring(
        verb + UnitNames.layer(other.apply(weights.get(0)).layer()),
        "the strongest of " + weights.size() + "; squares: weights, number: their sum",
        shown.stream()
            .map(
                one ->
                    wire(other.apply(one), one, Optional.ofNullable(icons.get(other.apply(one)))))
            .toList());
  }

  private Map<Unit, BufferedImage> icons(final List<Unit> units, final Progress progress) {
    return units.stream().allMatch(UnitNames::isDrawn) ? pictures.of(units, progress) : Map.of();
  }

  private Wire wire(
      final Unit other, final WeightKernel weight, final Optional<BufferedImage> icon) {
    final String label = UnitNames.isDrawn(other) ? table.entryLabels().of(other).orElse("") : "";
    return new Wire(
        new UnitNames(table).plain(other),
        label,
        icon,
        weight.span().size(),
        weight.values(),
        weight.sum());
  }

  private static List<String> foot(final Provenance made) {
    return List.of(
        "g, h: weights between the unit and those of the neighboring main layer, expanded over the"
            + " convolutions between as if rectifiers let all pass and pools were means (Voss et al."
            + " 2021);",
        "ranked by the root of the sum of squares; red: above 0, blue: below 0. They say what is"
            + " wired, not what acts on a picture.",
        made.entries().get("macro"));
  }
}
