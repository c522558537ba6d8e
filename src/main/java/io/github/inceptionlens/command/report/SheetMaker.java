package io.github.inceptionlens.command.report;

import io.github.inceptionlens.activation.example.Example;
import io.github.inceptionlens.activation.example.UnitExamples.QuantileExample;
import io.github.inceptionlens.activation.statistics.UnitResponse;
import io.github.inceptionlens.circuit.weight.ExpandedWeight;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.command.natural.NaturalCrop;
import io.github.inceptionlens.command.report.sheet.ClassEffects;
import io.github.inceptionlens.command.report.sheet.ClassEffects.Effect;
import io.github.inceptionlens.command.report.sheet.FieldExample;
import io.github.inceptionlens.command.report.sheet.LabelBox;
import io.github.inceptionlens.command.report.sheet.SheetDrawing;
import io.github.inceptionlens.command.report.sheet.Tile;
import io.github.inceptionlens.command.report.sheet.TileRow;
import io.github.inceptionlens.command.report.sheet.UnitSheet;
import io.github.inceptionlens.command.report.sheet.ValueCounts;
import io.github.inceptionlens.command.report.sheet.ValueCounts.Mark;
import io.github.inceptionlens.command.report.sheet.Wire;
import io.github.inceptionlens.command.report.sheet.Wiring;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.result.PictureStack;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes the page of a unit of what was found of it, and of pictures of units. */
final class SheetMaker {

  private static final int BINS = 72;
  private static final List<String> COLORS = List.of("red", "green", "blue");

  private final InceptionV1 network;
  private final Architecture table;
  private final ImageCollection<InputPicture> collection;
  private final ReportOptions options;
  private final ReportPictures pictures;

  SheetMaker(
      final InceptionV1 network,
      final ImageCollection<InputPicture> collection,
      final ReportOptions options,
      final ReportPictures pictures) {
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
        portraits(unit, progress.part(0, 2)),
        strongest(found),
        along(found),
        field(found),
        values(response),
        boxes(response),
        labelNote(response),
        wiring("Reads from ", found.inputs(), progress.part(2, 4)),
        wiring("Is read by ", found.outputs(), progress.part(3, 4)),
        effects(found.effects()),
        foot(made));
  }

  private TileRow portraits(final Unit unit, final Progress progress) {
    final List<BufferedImage> shown = new ArrayList<>();
    final List<Unit> one = List.of(unit);
    shown.addAll(pictures.of(one, progress.part(0, options.facets() + 1)).values());
    if (!shown.isEmpty()) {
      shown.addAll(pictures.facets(unit, options.facets(), progress.part(1, 2)));
    }
    final int facets = Math.max(0, shown.size() - 1);
    final String note =
        "optimized from noise" + (facets > 0 ? ": one, and " + facets + " that differ" : "");
    return new TileRow(
        "What it looks for",
        shown.isEmpty() ? "nothing was found that drives it" : note,
        shown.stream().map(pixels -> new Tile(pixels, "", "")).toList());
  }

  private static List<Tile> tiles(
      final List<NaturalCrop> crops, final List<Example> examples, final List<String> figures) {
    return IntStream.range(0, crops.size())
        .mapToObj(
            i ->
                new Tile(
                    pixels(crops.get(i)),
                    figures.get(i) + SheetWords.value(examples.get(i).before()),
                    examples.get(i).label().isEmpty()
                        ? SheetWords.name(examples.get(i).picture().image())
                        : examples.get(i).label()))
        .toList();
  }

  private static BufferedImage pixels(final NaturalCrop crop) {
    return PictureStack.colors(crop.pixels()).getBufferedImage();
  }

  private static TileRow strongest(final UnitFindings found) {
    final List<Example> top = found.examples().top();
    return new TileRow(
        "What drives it most",
        "its strongest place of each of the " + top.size() + " pictures that drive it most",
        tiles(found.strongest(), top, Collections.nCopies(top.size(), "")));
  }

  private static TileRow along(final UnitFindings found) {
    final List<QuantileExample> quantiles = found.examples().quantiles();
    return new TileRow(
        "Along its distribution",
        "a place at each quantile of its values: quantile, value",
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

  private ValueCounts values(final UnitResponse response) {
    final double least = response.least();
    final double largest = response.largest() > least ? response.largest() : least + 1;
    final long[] counts = new long[BINS];
    response
        .histogram()
        .forEach(
            (value, count) -> {
              final double bin = (value - least) / (largest - least) * BINS;
              counts[(int) Math.max(0, Math.min(BINS - 1, bin))] += count;
            });
    return new ValueCounts(
        least,
        largest,
        Arrays.stream(counts).boxed().toList(),
        options.quantiles().stream()
            .map(part -> new Mark(response.quantile(part), SheetWords.part(part)))
            .toList(),
        SheetWords.axis(response.unit()),
        SheetWords.figures(response));
  }

  private static List<LabelBox> boxes(final UnitResponse response) {
    return response.byLabel().entrySet().stream()
        .map(entry -> LabelBox.of(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingDouble(LabelBox::median).reversed())
        .limit(SheetDrawing.LABELS)
        .toList();
  }

  private static String labelNote(final UnitResponse response) {
    final int labels = response.byLabel().size();
    if (labels == 0) {
      return "The pictures have no labels: sub-folders, or a table with a column label, give them.";
    }
    return "largest value of each picture; box: quartiles, whiskers: all"
        + (labels > SheetDrawing.LABELS
            ? "; " + SheetDrawing.LABELS + " of " + labels + " labels"
            : "");
  }

  private Wiring wiring(
      final String verb, final List<ExpandedWeight> weights, final Progress progress) {
    if (weights.isEmpty()) {
      return new Wiring(verb + "nothing", "No weights lead from it to a layer.", List.of());
    }
    final List<ExpandedWeight> shown =
        weights.subList(0, Math.min(options.connections(), weights.size()));
    final Map<Unit, BufferedImage> icons = icons(shown, progress);
    return new Wiring(
        verb + layer(weights.get(0).other().layer()),
        "the strongest of " + weights.size() + "; squares: weights, number: their sum",
        shown.stream().map(one -> wire(one, Optional.ofNullable(icons.get(one.other())))).toList());
  }

  private static String layer(final String name) {
    return switch (name) {
      case Architecture.INPUT -> "the image";
      case Architecture.LOGITS -> "the classes";
      default -> name;
    };
  }

  private Map<Unit, BufferedImage> icons(
      final List<ExpandedWeight> shown, final Progress progress) {
    final List<Unit> units = shown.stream().map(ExpandedWeight::other).toList();
    return units.stream().allMatch(unit -> isLayer(unit.layer()))
        ? pictures.of(units, progress)
        : Map.of();
  }

  private static boolean isLayer(final String name) {
    return !name.equals(Architecture.INPUT) && !name.equals(Architecture.LOGITS);
  }

  private Wire wire(final ExpandedWeight weight, final Optional<BufferedImage> icon) {
    final Unit other = weight.other();
    final String name =
        switch (other.layer()) {
          case Architecture.INPUT -> COLORS.get(table.preprocessing().source(other.channel()));
          case Architecture.LOGITS -> table.labels().get(other.channel());
          default -> other.toString();
        };
    final String label = isLayer(other.layer()) ? table.entryLabels().of(other).orElse("") : "";
    return new Wire(name, label, icon, weight.kernel(), weight.values(), weight.sum());
  }

  private ClassEffects effects(final Optional<double[]> effects) {
    if (effects.isEmpty()) {
      return new ClassEffects(
          List.of(),
          List.of(),
          table.labels().isEmpty()
              ? "The network has no classes."
              : "The pictures are too small for the network's classes.");
    }
    final double[] all = effects.get();
    final List<Effect> sorted =
        IntStream.range(0, all.length)
            .mapToObj(i -> new Effect(table.labels().get(i), all[i]))
            .sorted(Comparator.comparingDouble(Effect::logit).reversed())
            .toList();
    return new ClassEffects(
        most(sorted, 1),
        most(reversed(sorted), -1),
        "Logit of the class with the unit less without it (its activation 0 everywhere, all else as"
            + " it is), mean of the pictures of c: what it adds there, not what it stands for.");
  }

  private static List<Effect> most(final List<Effect> sorted, final int sign) {
    return sorted.stream()
        .filter(effect -> sign * effect.logit() > 0)
        .limit(SheetDrawing.CLASSES)
        .toList();
  }

  private static <T> List<T> reversed(final List<T> list) {
    final List<T> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return reversed;
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
