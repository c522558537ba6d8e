package io.github.inceptionlens.command.tuning;

import ij.ImagePlus;
import io.github.inceptionlens.activation.measure.UnitChoice;
import io.github.inceptionlens.circuit.stimulus.NumberList;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.collection.ReferenceCommand;
import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.List;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/** A command that shows stimuli to units: its keys. */
abstract class TuningCommand extends ReferenceCommand {

  private static final String CENTER = "center";
  private static final String AUTO = "auto";

  @Parameter(
      persist = false,
      label = "Layer",
      attrs = @Attr(name = MacroKeys.EARLY),
      description = ParameterTexts.LAYER)
  private String layer = "mixed3a";

  @Parameter(
      persist = false,
      label = "Units",
      attrs = @Attr(name = MacroKeys.EARLY),
      description =
          "Network channels of the layer: strongest:12 (by mean response), all, or a list such as"
              + " 0-15,447; or units of any layers such as mixed3a:12,81;mixed3b:379.")
  private String units = "strongest:12";

  @Parameter(
      persist = false,
      label = "Response",
      choices = {CENTER, "peak"},
      attrs = @Attr(name = MacroKeys.EARLY),
      description =
          "Of the unit in the middle of the picture (center), or the largest one over the picture"
              + " (peak).")
  private String by = CENTER;

  @Parameter(
      required = false,
      persist = false,
      label = "Table of the stack",
      style = "open",
      attrs = @Attr(name = MacroKeys.EARLY),
      description =
          "The title of an open table, or a CSV file, that says what each slice shows: columns Slice"
              + " and Angle, Hue, Curvature, Size, Contrast, Frequency or Phase. Empty for a stack of"
              + " Make Stimuli..., whose slices say it.")
  private String table = "";

  @Parameter(
      persist = false,
      label = "Angles are the same after (degrees)",
      choices = {AUTO, "360", "180", "90"},
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "360 for directions, 180 for orientations; auto: as the kind of stimuli, else 360.")
  private String period = AUTO;

  @Parameter(
      required = false,
      persist = false,
      label = "Turn instead",
      attrs = @Attr(name = MacroKeys.EARLY),
      description =
          "selection (the current image about the middle of what is selected), or examples:3 (the"
              + " three top crops of each unit that Dataset Examples... kept); empty for the stack.")
  private String turn = "";

  @Parameter(
      persist = false,
      label = "Angles of turning (degrees)",
      attrs = @Attr(name = MacroKeys.EARLY),
      description = "Counterclockwise; numbers with commas between, or a range with a step.")
  private String angles = "0-345-15";

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
    return switch (key) {
      case "units" -> super.suggestions("channels");
      case "turn" ->
          List.of(
              new Suggestion("", "the stack of stimuli"),
              new Suggestion(Turning.SELECTION, "this image"),
              new Suggestion("examples:3", "each unit's three top crops"));
      default -> super.suggestions(key);
    };
  }

  @Override
  public boolean isRead(final String key) {
    return switch (key) {
      case "layer" -> !UnitChoice.namesLayers(units);
      case "table", "period" -> turn.isBlank();
      case "angles" -> !turn.isBlank();
      case "limit", "seed" -> !isOfStimuli();
      default -> super.isRead(key);
    };
  }

  @Override
  public void check(final String key, final Object value) {
    final String text = String.valueOf(value);
    switch (key) {
      case "units" -> UnitChoice.check(text);
      case "turn" -> Turning.parse(text);
      case "angles" -> NumberList.parse(key, text);
      default -> super.check(key, value);
    }
  }

  /** The units that are asked for. */
  final UnitChoice choice(final Architecture network) {
    return UnitChoice.of(network, layer, units);
  }

  /** Whether the unit in the middle counts, not the largest value. */
  final boolean isOfMiddle() {
    return Choices.named("by", by, List.of(CENTER, "peak"), one -> one).equals(CENTER);
  }

  /**
   * Looks at the keys before the network is loaded.
   *
   * @throws UserError when they ask for what there is not
   */
  final void requireStimuli() {
    UnitChoice.check(units);
    if (Turning.parse(turn).isNone()) {
      StackStimuli.current();
    }
  }

  /** The pictures that are shown. */
  final ShownStimuli shown(final InceptionV1 network, final UnitChoice choice) {
    final Turning turning = Turning.parse(turn);
    if (turning.isNone()) {
      return ofStack();
    }
    final TurnedCrops crops =
        new TurnedCrops(choice, NumberList.parse("angles", angles), DisplayRange.parse(range()));
    if (turning.ofSelection()) {
      return crops.ofSelection(StackStimuli.current());
    }
    if (choice.ranked().isPresent()) {
      throw new UserError(
          "units is \""
              + units
              + "\", but turn is examples: name the units whose crops are turned");
    }
    return crops.ofExamples(network, choice.units(), turning.count());
  }

  private ShownStimuli ofStack() {
    final ImagePlus image = StackStimuli.current();
    final StimulusRows rows = StimulusRows.of(image, table);
    final ImageInput input = ImageInput.whole(image, request(Fit.OWN_SIZE));
    usesRange(input.range());
    final ShownStimuli shown = StackStimuli.of(image, input, rows);
    return period.strip().equalsIgnoreCase(AUTO) ? shown : shown.withPeriod(periodOf());
  }

  private double periodOf() {
    return Double.parseDouble(
        Choices.named("period", period, List.of(AUTO, "360", "180", "90"), one -> one));
  }
}
