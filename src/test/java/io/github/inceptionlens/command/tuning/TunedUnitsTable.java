package io.github.inceptionlens.command.tuning;

import io.github.inceptionlens.InceptionLens;
import io.github.inceptionlens.activation.measure.UnitChoice;
import io.github.inceptionlens.activation.statistics.UnitStatistics;
import io.github.inceptionlens.circuit.stimulus.NumberList;
import io.github.inceptionlens.circuit.stimulus.Stimulus;
import io.github.inceptionlens.circuit.stimulus.StimulusKind;
import io.github.inceptionlens.circuit.stimulus.StimulusLook;
import io.github.inceptionlens.circuit.stimulus.StimulusPainter;
import io.github.inceptionlens.circuit.stimulus.StimulusParameter;
import io.github.inceptionlens.circuit.stimulus.StimulusSeries;
import io.github.inceptionlens.circuit.tuning.CircularCurve;
import io.github.inceptionlens.circuit.tuning.CircularTuning;
import io.github.inceptionlens.circuit.tuning.StimulusSet;
import io.github.inceptionlens.circuit.tuning.UnitTuning;
import io.github.inceptionlens.collection.CollectionImage;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.textures.Textures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A program that prints which units of the early layers are tuned to the angle of curves, found by
 * tuning alone, beside what is found where the angles of the same responses are shuffled.
 * Arguments: a network, and images over which deviations are; without, generated textures.
 */
public final class TunedUnitsTable {

  static final List<String> LAYERS = List.of("conv2d2", "mixed3a", "mixed3b");

  private static final int SIDE = 128;
  private static final int PICTURES = 56;
  private static final double DEVIATIONS = 5;
  private static final double VARIANCE = 0.5;
  private static final StimulusLook LOOK = new StimulusLook(SIDE, 3, 90, false, 0, 0xffffff);

  private TunedUnitsTable() {}

  /** A unit with its curve. */
  record Tuned(Unit unit, CircularCurve curve, CircularTuning tuning) {

    boolean isTuned() {
      return tuning.peak() > 0 && tuning.circularVariance() < VARIANCE;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%-12s preferred %5.1f width %4.1f variance %.2f second %.2f:%s",
          unit,
          tuning.preferred(),
          tuning.width(),
          tuning.circularVariance(),
          tuning.secondRatio(),
          DoubleStream.of(curve.responses())
              .mapToObj(one -> String.format(Locale.ROOT, " %.1f", one))
              .collect(Collectors.joining()));
    }
  }

  /**
   * What there is in a layer.
   *
   * @param units how many units it has
   * @param tuned those that are tuned, by preferred angle
   * @param shuffled how many there would be at shuffled angles
   */
  record Row(String layer, int units, List<Tuned> tuned, int shuffled) {

    /** The widest gap between preferred angles that follow each other, in degrees. */
    double gap() {
      final double[] angles =
          tuned.stream().mapToDouble(one -> one.tuning().preferred()).sorted().toArray();
      return IntStream.range(0, angles.length)
          .mapToDouble(
              i -> i == 0 ? angles[0] + 360 - angles[angles.length - 1] : angles[i] - angles[i - 1])
          .max()
          .orElse(360);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s: %d of %d units are tuned to the angle of curves (largest response %.0f deviations or"
              + " more, circular variance under %.1f; at shuffled angles %d); the widest gap between"
              + " their preferred angles is %.1f degrees",
          layer,
          tuned.size(),
          units,
          DEVIATIONS,
          VARIANCE,
          shuffled,
          gap());
    }
  }

  /** Prints the table. */
  public static void main(final String... arguments) {
    final String images = arguments.length > 1 ? arguments[1] : "";
    try (InceptionLens lens = InceptionLens.open(arguments[0])) {
      for (final Row row : rows(lens.network(), images)) {
        System.out.println(row);
        row.tuned().forEach(one -> System.out.println("  " + one));
      }
    }
  }

  /** A row per layer. */
  static List<Row> rows(final InceptionV1 network, final String images) {
    final ShownStimuli shown = curves();
    final UnitChoice choice =
        UnitChoice.of(
            network.architecture(),
            "",
            LAYERS.stream()
                .map(one -> one + ":0-" + (network.architecture().layer(one).channels() - 1))
                .collect(Collectors.joining(";")));
    final StimulusResponses responses =
        StimulusResponses.of(network, choice, shown, true, false, Progress.NONE);
    final int[] all = IntStream.range(0, shown.stimuli().size()).toArray();
    final List<UnitTuning> tunings = responses.tunings(all, usual(network, choice, images));
    final StimulusSet set = shown.set(all);
    return LAYERS.stream().map(layer -> row(layer, tunings, set)).toList();
  }

  private static ShownStimuli curves() {
    final List<Stimulus> stimuli =
        StimulusSeries.of(
            StimulusKind.CURVES,
            SIDE,
            Map.of(
                StimulusParameter.ANGLE, NumberList.parse("angles", "0-350-10"),
                StimulusParameter.CURVATURE, List.of(0.02, 0.04, 0.08),
                StimulusParameter.SIZE, List.of(60.0)));
    final List<StimulusPicture> pictures = new ArrayList<>();
    final List<ShownStimuli.Shown> shown = new ArrayList<>();
    for (final Stimulus one : stimuli) {
      final PictureId id = new PictureId("curves", pictures.size() + 1);
      final View view = View.of(StimulusPainter.paint(one, LOOK));
      pictures.add(new StimulusPicture(id, view, SIDE / 2, SIDE / 2));
      shown.add(
          new ShownStimuli.Shown(
              id,
              one.values(),
              "",
              1,
              new ShownStimuli.Source("", "curves", id.slice(), Double.NaN, Double.NaN)));
    }
    final CollectionImage stack = new CollectionImage("curves", Optional.empty(), "", "", "");
    return new ShownStimuli(
        "curves",
        new ImageCollection<>("image", "curves", List.of(stack), List.of(), one -> pictures),
        shown,
        StimulusKind.CURVES.period());
  }

  private static Map<Unit, UnitStatistics> usual(
      final InceptionV1 network, final UnitChoice choice, final String images) {
    if (images.isBlank()) {
      final List<View> views =
          IntStream.range(0, PICTURES)
              .mapToObj(i -> View.of(Textures.sample(i, SIDE).image()))
              .toList();
      return usual(network, choice, MemoryPictures.of(views));
    }
    return usual(
        network,
        choice,
        UserImages.named("images", images, one -> ImageInput.whole(one, UserImages.SLICES))
            .limited(OptionalInt.of(PICTURES), 0));
  }

  private static <P extends SourcePicture> Map<Unit, UnitStatistics> usual(
      final InceptionV1 network, final UnitChoice choice, final ImageCollection<P> pictures) {
    final Scan<P> scan = new Scan<>(network, StimulusResponses.names(choice), pictures);
    final Supplier<Map<Unit, UnitStatistics>> usual = StimulusResponses.statistics(scan, choice);
    scan.run(Optional.empty(), Progress.NONE);
    return usual.get();
  }

  private static Row row(
      final String layer, final List<UnitTuning> tunings, final StimulusSet set) {
    final List<UnitTuning> own =
        tunings.stream().filter(one -> one.unit().layer().equals(layer)).toList();
    final List<UnitTuning> strong =
        own.stream()
            .filter(one -> one.isStandardized())
            .filter(one -> one.responses()[one.strongest()] >= DEVIATIONS)
            .toList();
    final List<Tuned> tuned =
        strong.stream()
            .map(one -> tuned(one.unit(), set.circularCurve(one.responses()).orElseThrow()))
            .filter(Tuned::isTuned)
            .sorted(
                (one, other) -> Double.compare(one.tuning.preferred(), other.tuning.preferred()))
            .toList();
    final Random random = new Random(1);
    final int shuffled =
        (int)
            strong.stream()
                .map(one -> set.circularCurve(one.responses()).orElseThrow())
                .map(curve -> tuned(new Unit(layer, 0), shuffled(curve, random)))
                .filter(Tuned::isTuned)
                .count();
    return new Row(layer, own.size(), tuned, shuffled);
  }

  private static Tuned tuned(final Unit unit, final CircularCurve curve) {
    return new Tuned(unit, curve, CircularTuning.of(curve));
  }

  private static CircularCurve shuffled(final CircularCurve curve, final Random random) {
    final List<Double> responses =
        new ArrayList<>(Arrays.stream(curve.responses()).boxed().toList());
    Collections.shuffle(responses, random);
    return new CircularCurve(
        curve.angles(),
        responses.stream().mapToDouble(Double::doubleValue).toArray(),
        curve.period());
  }
}
