package io.github.inceptionlens.command.tuning;

import io.github.inceptionlens.InceptionLens;
import io.github.inceptionlens.activation.measure.UnitChoice;
import io.github.inceptionlens.activation.statistics.LayerSpread;
import io.github.inceptionlens.activation.statistics.UnitSpread;
import io.github.inceptionlens.circuit.stimulus.NumberList;
import io.github.inceptionlens.circuit.stimulus.Stimulus;
import io.github.inceptionlens.circuit.stimulus.StimulusKind;
import io.github.inceptionlens.circuit.stimulus.StimulusLook;
import io.github.inceptionlens.circuit.stimulus.StimulusParameter;
import io.github.inceptionlens.circuit.stimulus.StimulusSeries;
import io.github.inceptionlens.circuit.tuning.AngleDetector;
import io.github.inceptionlens.circuit.tuning.AngleDetectors;
import io.github.inceptionlens.circuit.tuning.AngularGaps;
import io.github.inceptionlens.circuit.tuning.DetectorRule;
import io.github.inceptionlens.circuit.tuning.StimulusSet;
import io.github.inceptionlens.circuit.tuning.UnitTuning;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.textures.Textures;
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
  private static final DetectorRule RULE = new DetectorRule(5, 0.5, 0);
  private static final StimulusLook LOOK = new StimulusLook(SIDE, 3, 90, false, 0, 0xffffff);

  private TunedUnitsTable() {}

  /** What there is in a layer. */
  record Row(String layer, AngleDetectors units) {

    /** What the preferred angles leave uncovered, in degrees. */
    AngularGaps gaps() {
      return units.gaps(StimulusKind.CURVES.period());
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s: %d of %d units are tuned to the angle of curves (largest response %.0f deviations or"
              + " more, circular variance under %.1f; at shuffled angles %d); the widest gap between"
              + " their preferred angles is %.1f degrees (%.1f by chance)",
          layer,
          units.found().size(),
          units.measured(),
          RULE.deviations(),
          RULE.variance(),
          units.shuffled(),
          gaps().largest(),
          gaps().expected());
    }
  }

  /** Prints the table. */
  public static void main(final String... arguments) {
    final String images = arguments.length > 1 ? arguments[1] : "";
    try (InceptionLens lens = InceptionLens.open(arguments[0])) {
      for (final Row row : rows(lens.network(), images)) {
        System.out.println(row);
        row.units().found().forEach(one -> System.out.println("  " + line(one)));
      }
    }
  }

  /** A detector, with its curve. */
  static String line(final AngleDetector one) {
    return String.format(
        Locale.ROOT,
        "%-12s preferred %5.1f width %4.1f variance %.2f second %.2f:%s",
        one.unit(),
        one.tuning().preferred(),
        one.tuning().width(),
        one.tuning().circularVariance(),
        one.tuning().secondRatio(),
        DoubleStream.of(one.curve().responses())
            .mapToObj(response -> String.format(Locale.ROOT, " %.1f", response))
            .collect(Collectors.joining()));
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
    final List<UnitTuning> tunings = responses.tunings(shown.all(), usual(network, choice, images));
    final StimulusSet set = shown.set(shown.all());
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
    return ShownStimuli.drawn("curves", stimuli, LOOK);
  }

  private static Map<Unit, UnitSpread> usual(
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

  private static <P extends SourcePicture> Map<Unit, UnitSpread> usual(
      final InceptionV1 network, final UnitChoice choice, final ImageCollection<P> pictures) {
    final Scan<P> scan = new Scan<>(network, choice.names(), pictures);
    final Supplier<Map<Unit, UnitSpread>> usual = LayerSpread.ride(scan, choice.layers());
    scan.run(Optional.empty(), Progress.NONE);
    return usual.get();
  }

  private static Row row(
      final String layer, final List<UnitTuning> tunings, final StimulusSet set) {
    final List<UnitTuning> own =
        tunings.stream().filter(one -> one.unit().layer().equals(layer)).toList();
    return new Row(layer, AngleDetectors.of(own, set, RULE, new Random(1)));
  }
}
