package io.github.inceptionlens.command.coverage;

import io.github.inceptionlens.circuit.stimulus.NumberList;
import io.github.inceptionlens.circuit.stimulus.StimulusLook;
import io.github.inceptionlens.circuit.tuning.DetectorRule;
import io.github.inceptionlens.circuit.weight.KernelEnd;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.collection.ReferenceCommand;
import io.github.inceptionlens.command.tuning.ShownStimuli;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.List;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/** A command that asks which angles units prefer: its keys. */
abstract class CoverageCommand extends ReferenceCommand {

  private static final int RIGHT_ANGLE = 90;
  private static final int WHITE = 0xffffff;

  @Parameter(
      persist = false,
      label = "Layer",
      attrs = {@Attr(name = MacroKeys.EARLY), @Attr(name = MacroKeys.UNITS)},
      description =
          "Whose units are measured: a layer, a branch such as mixed3b_5x5, units such as"
              + " mixed3b:320-415, or a dictionary.")
  private String layer = "mixed3b";

  @Parameter(
      required = false,
      persist = false,
      label = "Beside the entries of the dictionary",
      attrs = {@Attr(name = MacroKeys.EARLY), @Attr(name = MacroKeys.UNITS)},
      description =
          "A dictionary, or some of its entries (mydict:0-99), to be compared; empty for the layer"
              + " alone.")
  private String dictionary = "";

  @Parameter(
      persist = false,
      label = "Stimuli",
      choices = {CoverageKind.ALL, "curves", "edges", "colors"},
      attrs = @Attr(name = MacroKeys.EARLY),
      description =
          "curves: lines that bend, over 360 degrees; edges: straight borders, over 180 degrees;"
              + " colors: hues; or all of these.")
  private String stimuli = CoverageKind.ALL;

  @Parameter(
      persist = false,
      label = "Angles (degrees)",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "At which angles and hues stimuli are shown; numbers with commas between, or a range with a"
              + " step.")
  private String angles = "0-350-10";

  @Parameter(
      persist = false,
      label = "Curvatures (1 by the radius in pixels)",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "Of the curves; numbers with commas between, or a range with a step.")
  private String curvatures = "0.02,0.04,0.08";

  @Parameter(
      persist = false,
      label = "Width and height of stimuli (pixels)",
      min = "8",
      max = "2048",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "The side of each picture; curves are half as long.")
  private int size = 128;

  @Parameter(
      persist = false,
      label = "Line width (pixels)",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "Of curves.")
  private double line = 3;

  @Parameter(
      persist = false,
      label = "Detectors: least response (standard deviations)",
      attrs = @Attr(name = MacroKeys.EARLY),
      description =
          "How far above its mean a detector's largest response to a single stimulus is at least.")
  private double deviations = 5;

  @Parameter(
      persist = false,
      label = "Detectors: circular variance below",
      attrs = @Attr(name = MacroKeys.EARLY),
      description =
          "How sharply a detector is tuned: 0 for a response at one angle alone, 1 for none that is"
              + " preferred.")
  private double variance = 0.5;

  @Parameter(
      persist = false,
      label = "Detectors: least response at a neighboring angle",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "What a detector gives at one of the two angles next to its best one, as a part of what it"
              + " gives there, 0 to 1: 0 lets units pass that answer to a single angle.")
  private double neighbor = 0.5;

  @Parameter(
      persist = false,
      label = "Draws of random directions",
      min = "0",
      attrs = @Attr(name = MacroKeys.EARLY),
      description =
          "How many times as many random directions of the layer as there are entries (or else"
              + " network channels) are measured as a control.")
  private int randoms = 3;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the tables (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Override
  public List<Suggestion> suggestions(final String key) {
    return key.equals("dictionary")
        ? new Suggestion("", "the layer alone").before(super.suggestions("layer"))
        : super.suggestions(key);
  }

  @Override
  public boolean isRead(final String key) {
    return switch (key) {
      case "curvatures", "line" -> kinds().contains(CoverageKind.CURVES);
      case "limit", "range" -> !isOfStimuli();
      default -> super.isRead(key);
    };
  }

  @Override
  public void check(final String key, final Object value) {
    final String text = String.valueOf(value);
    switch (key) {
      case "dictionary" -> {
        if (!text.isBlank()) {
          requireUnits(key, text);
        }
      }
      case "layer" -> requireUnits(key, text);
      case "angles", "curvatures" -> NumberList.parse(key, text);
      default -> super.check(key, value);
    }
  }

  private void requireUnits(final String key, final String text) {
    namedArchitecture().ifPresent(network -> KernelEnd.parse(network, key, text));
  }

  /** Of what the angles are that detectors prefer. */
  final List<CoverageKind> kinds() {
    return CoverageKind.named("stimuli", stimuli);
  }

  /**
   * What counts as a detector.
   *
   * @throws UserError when no unit could be one
   */
  final DetectorRule rule() {
    return new DetectorRule(deviations, variance, neighbor);
  }

  /** The layer, units or dictionary that the user named. */
  final String layer() {
    return layer;
  }

  /** How many draws of random directions there are. */
  final int randoms() {
    return randoms;
  }

  /**
   * The units that are compared.
   *
   * @throws UserError when there are no such ones
   */
  final CoverageSources sources(final Architecture network) {
    if (randoms < 0) {
      throw new UserError("randoms is " + randoms + ", expected 0 or more");
    }
    return new CoverageSources(network, layer, dictionary, randoms, seed());
  }

  /**
   * The pictures that are shown, of each kind.
   *
   * @throws UserError when they cannot be drawn, or have a single angle
   */
  final List<ShownStimuli> shown() {
    final StimulusLook look = new StimulusLook(size, line, RIGHT_ANGLE, false, 0, WHITE);
    final List<ShownStimuli> shown =
        kinds().stream()
            .map(
                kind ->
                    kind.shown(
                        look,
                        NumberList.parse("angles", angles),
                        NumberList.parse("curvatures", curvatures)))
            .toList();
    if (shown.stream().anyMatch(one -> one.set(one.all()).circular().isEmpty())) {
      throw new UserError("angles is \"" + angles + "\", expected at least two");
    }
    return shown;
  }
}
