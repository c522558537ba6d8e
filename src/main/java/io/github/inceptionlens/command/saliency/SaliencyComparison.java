package io.github.inceptionlens.command.saliency;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.attribution.Attribution;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.Completeness;
import io.github.inceptionlens.attribution.MapReduction;
import io.github.inceptionlens.attribution.Sign;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.evaluation.measure.Concentration;
import io.github.inceptionlens.evaluation.measure.RankCorrelation;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.map.MapDisplay;
import io.github.inceptionlens.image.map.Montage;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The maps of several methods and targets on one picture, side by side. */
final class SaliencyComparison {

  private static final int CAPTION = 190;
  private static final int LINES = 3;

  private static final int DECIMALS = 4;
  private static final int SCIENTIFIC = -5;
  private static final double NANOSECONDS = 1e9;

  private final ImageInput input;
  private final MapReduction reading;
  private final Architecture network;
  private final List<Entry> entries = new ArrayList<>();

  /** Makes a map. */
  @FunctionalInterface
  interface Making {
    /**
     * @throws UserError when the method cannot do it
     */
    Attribution of(AttributionMethod method, Target target, Progress progress);
  }

  /** What came of a method and a target: a map, or the reason why there is none. */
  private record Entry(
      AttributionMethod method,
      Target target,
      Optional<Drawn> drawn,
      double seconds,
      String problem) {

    String label(final Architecture network) {
      return method.name() + " " + TargetNames.described(explained(), network);
    }

    Target explained() {
      return drawn.map(Drawn::answer).map(Attribution::target).orElse(target);
    }
  }

  private record Drawn(Attribution answer, float[] plane, RankCorrelation ranks) {}

  /**
   * @param network names classes and units
   */
  SaliencyComparison(
      final ImageInput input, final MapReduction reading, final Architecture network) {
    this.input = input;
    this.reading = reading;
    this.network = network;
  }

  /**
   * Makes all maps, the methods of the first target first.
   *
   * @throws UserError when no method can make any
   */
  void run(
      final List<AttributionMethod> methods,
      final List<Target> targets,
      final Making making,
      final Progress progress) {
    final int count = methods.size() * targets.size();
    for (final Target target : targets) {
      for (final AttributionMethod method : methods) {
        entries.add(entry(method, target, making, progress.part(entries.size(), count)));
      }
    }
    if (drawn().isEmpty()) {
      throw new UserError(entries.get(0).problem());
    }
  }

  private Entry entry(
      final AttributionMethod method,
      final Target target,
      final Making making,
      final Progress progress) {
    final long start = System.nanoTime();
    try {
      final Attribution answer = making.of(method, target, progress);
      final double seconds = (System.nanoTime() - start) / NANOSECONDS;
      final float[] plane = reading.plane(answer, input.networkWidth(), input.networkHeight());
      return new Entry(
          method,
          target,
          Optional.of(new Drawn(answer, plane, RankCorrelation.of(plane))),
          seconds,
          answer.warning().orElse(""));
    } catch (final UserError failure) {
      return new Entry(method, target, Optional.empty(), Double.NaN, failure.getMessage());
    }
  }

  private List<Entry> drawn() {
    return entries.stream().filter(entry -> entry.drawn().isPresent()).toList();
  }

  /** One row per method and target. */
  ResultsTable table() {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    for (final Entry entry : entries) {
      table.addRow();
      table.addValue("Image", input.title());
      table.addValue("Slice", input.frames().get(0).slice());
      table.addValue("Method", entry.method().name());
      table.addValue("Target", TargetNames.named(entry.explained(), network));
      addFigures(table, entry);
      addCorrelations(table, entry);
      table.addValue("Problem", entry.problem());
    }
    table.setDecimalPlaces(table.getColumnIndex("Sum"), SCIENTIFIC);
    return table;
  }

  private static void addFigures(final ResultsTable table, final Entry entry) {
    final Optional<Attribution> answer = entry.drawn().map(Drawn::answer);
    table.addValue("Seconds", entry.seconds());
    table.addValue("Sum", number(answer.map(Attribution::sum)));
    table.addValue(
        "Completeness gap",
        number(answer.flatMap(Attribution::completeness).map(Completeness::gap)));
    table.addValue("Gini", number(entry.drawn().map(one -> Concentration.gini(one.plane()))));
  }

  private void addCorrelations(final ResultsTable table, final Entry entry) {
    for (final Entry other : entries) {
      if (other.target().equals(entry.target())) {
        table.addValue("r " + other.method().name(), correlation(entry, other));
      }
    }
  }

  private static double correlation(final Entry one, final Entry other) {
    return number(
        one.drawn().flatMap(a -> other.drawn().map(b -> a.ranks().correlation(b.ranks()))));
  }

  private static double number(final Optional<Double> number) {
    return number.orElse(Double.NaN);
  }

  /** The maps as a 32-bit stack of raw values. */
  ImagePlus image(final boolean shared, final Provenance provenance) {
    final List<Entry> drawn = drawn();
    final ImagePlus stack =
        ResultImages.onPicture(input)
            .image(
                new MapStack(input.networkWidth(), input.networkHeight(), planes(drawn)),
                drawn.stream().map(entry -> entry.label(network)).toList(),
                "saliency",
                provenance);
    return MapDisplay.show(stack, drawn.stream().map(entry -> look(entry, shared)).toList());
  }

  private static List<float[]> planes(final List<Entry> drawn) {
    return drawn.stream().map(entry -> entry.drawn().orElseThrow().plane()).toList();
  }

  /** How an entry is shown: like all others, or like those of its method. */
  private MapDisplay look(final Entry entry, final boolean shared) {
    final List<Entry> alike =
        drawn().stream().filter(one -> shared || one.method().equals(entry.method())).toList();
    return MapDisplay.of(
        planes(alike),
        alike.stream()
            .anyMatch(one -> reading.sign(one.drawn().orElseThrow().answer()) == Sign.SIGNED));
  }

  /** The picture and all maps in one RGB image; a row per target where there are several. */
  ImagePlus montage(final Picture picture, final boolean shared, final Provenance provenance) {
    final Montage montage =
        new Montage(input.networkWidth(), input.networkHeight(), CAPTION, LINES);
    final List<Target> targets = entries.stream().map(Entry::target).distinct().toList();
    for (final Target target : targets) {
      montage.add(picture, input.title());
      entries.stream()
          .filter(entry -> entry.target().equals(target))
          .forEach(entry -> add(montage, entry, shared));
    }
    final int columns =
        targets.size() > 1
            ? montage.size() / targets.size()
            : (int) Math.ceil(Math.sqrt(montage.size()));
    final ImagePlus image = montage.image(input.shortTitle() + "-montage", columns);
    ResultImages.describe(image, input.provenance().with(provenance));
    return image;
  }

  private void add(final Montage montage, final Entry entry, final boolean shared) {
    final String target = TargetNames.described(entry.explained(), network);
    if (entry.drawn().isPresent()) {
      final float[] smooth =
          reading.plane(
              entry.drawn().get().answer(),
              input.networkWidth(),
              input.networkHeight(),
              Registration.SMOOTH);
      montage.add(smooth, look(entry, shared), entry.method().name(), target);
    } else {
      montage.addNothing(entry.method().name(), target, entry.problem());
    }
  }
}
