package io.github.inceptionlens.command.edit;

import ij.ImagePlus;
import ij.WindowManager;
import io.github.inceptionlens.activation.steering.Steering;
import io.github.inceptionlens.activation.steering.Strength;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.collection.CollectionCommand;
import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.channel.ChannelChange.Kind;
import io.github.inceptionlens.network.architecture.channel.Places;
import io.github.inceptionlens.visualization.feature.InversionRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/** A command that steers features: its keys. */
abstract class SteeringCommand extends CollectionCommand {

  private static final String AUTO = "auto";
  private static final String ROI = "roi";
  private static final int USUAL_LAYERS = 2;

  @Parameter(
      persist = false,
      label = "Features",
      attrs = @Attr(name = MacroKeys.EARLY),
      description =
          "Entries of a dictionary, or network channels: mydict:17; mixed4c:447,12,300-340; several"
              + " layers with semicolons.")
  private String units = "mixed4c:12";

  @Parameter(
      persist = false,
      label = "They are",
      choices = {"zero", "clamp", "scale"},
      attrs = @Attr(name = MacroKeys.EARLY),
      description =
          "Switched off (zero), held at one strength everywhere (clamp), or multiplied (scale).")
  private String mode = "zero";

  @Parameter(
      persist = false,
      label = "Strength",
      attrs = @Attr(name = MacroKeys.EARLY),
      description =
          "Of clamp so many times the largest activation that the feature has on your pictures (2x),"
              + " or an activation (5); of scale the factor.")
  private String strength = "2x";

  @Parameter(
      persist = false,
      label = "Where",
      choices = {"everywhere", ROI},
      description =
          "everywhere, or at the units whose centers lie in the selection (roi); the network sees"
              + " the whole image then.")
  private String where = "everywhere";

  @Parameter(
      required = false,
      persist = false,
      label = "Later layers to compare",
      attrs = @Attr(name = MacroKeys.LIST),
      description =
          "Layers with commas between, of which it is shown where they change: auto is the next two"
              + " after the features; empty for none.")
  private String layers = AUTO;

  @Parameter(
      persist = false,
      label = "Show what the activations stand for",
      description =
          "Also make two pictures from noise, to which the layer of the features responds as before"
              + " and as after.")
  private boolean invert;

  @Parameter(
      persist = false,
      label = "Steps of these pictures",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "How often each picture is changed.")
  private int steps = InversionRequest.STANDARD.steps();

  @Parameter(
      persist = false,
      label = "Number of classes",
      min = "1",
      description =
          "Of each picture those among so many best, before or after; of the means so many that rise"
              + " most and that fall most.")
  private int classes = 5;

  @Parameter(
      persist = false,
      label = "Fit to the network's 224 x 224 pixels",
      choices = {"center crop", "stretch", "own size"},
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.FIT)
  private String fit = "center crop";

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the tables (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  /** One that looks at the image in front. */
  SteeringCommand() {
    super("");
  }

  @Override
  public List<Suggestion> suggestions(final String key) {
    return switch (key) {
      case "images" -> new Suggestion("", "the slice in front").before(super.suggestions(key));
      case "strength" ->
          List.of(
              new Suggestion("2x", "twice the largest, or twice"),
              new Suggestion("10x", ""),
              new Suggestion("5", "this activation"));
      case "layers" -> new Suggestion(AUTO, "the next two").before(super.suggestions("layer"));
      default -> super.suggestions(key);
    };
  }

  @Override
  public boolean isRead(final String key) {
    return switch (key) {
      case "strength" -> !mode.equals("zero");
      case "steps" -> invert;
      case "layers", "invert", "where" -> isOfFront();
      case "limit" -> !isOfFront();
      case "seed" -> invert || !isOfFront();
      default -> super.isRead(key);
    };
  }

  @Override
  public void check(final String key, final Object value) {
    final String text = String.valueOf(value);
    switch (key) {
      case "strength" -> Strength.parse(text);
      case "units" ->
          namedArchitecture()
              .ifPresent(
                  network -> AblateUnitsCommand.sets(text).forEach(set -> set.channels(network)));
      case "layers" -> named(text).forEach(name -> super.check("layer", name));
      case "where" -> EditedPlaces.require(text, ROI, WindowManager.getCurrentImage());
      default -> super.check(key, value);
    }
  }

  private static List<String> named(final String text) {
    return Choices.list(text, ",").filter(name -> !name.isEmpty() && !name.equals(AUTO)).toList();
  }

  /** Whether one image is meant, which may have results at its places. */
  final boolean isOfFront() {
    return images().isBlank() || UserImages.isStack(images());
  }

  /** What is asked for. */
  final Steering steering() {
    return new Steering(
        AblateUnitsCommand.sets(units),
        Choices.named("mode", mode, List.of(Kind.ZERO, Kind.CLAMP, Kind.SCALE), Kind::toString),
        Strength.parse(strength));
  }

  /** How images become the network's pictures. */
  final Fit fit() {
    return Fit.of(fit);
  }

  /** How many classes are the best. */
  final int classes() {
    return classes;
  }

  /** Whether pictures are made of the activations. */
  final boolean isInverted() {
    return invert;
  }

  /** How they are made. */
  final InversionRequest inversion() {
    return InversionRequest.STANDARD.steps(steps, InversionRequest.STANDARD.rate()).seed(seed());
  }

  /** What the network sees of the image in front. */
  final ImageInput input(final ImagePlus image) {
    EditedPlaces.require(where, ROI, image);
    final InputRequest asked =
        new InputRequest(fit(), 1, DisplayRange.parse(range()), !images().isBlank());
    return where.equals(ROI) ? ImageInput.whole(image, asked) : ImageInput.of(image, asked);
  }

  /** At which places of a layer features are steered; nothing for everywhere. */
  final Optional<Places> places(final Layer layer, final ImagePlus image, final ImageInput input) {
    return where.equals(ROI) ? Optional.of(EditedPlaces.of(layer, image, input)) : Optional.empty();
  }

  /** Refuses what only one image can have. */
  final void requireNoPlaces() {
    final Optional<String> asked =
        Stream.of(
                where.equals(ROI) ? "where is roi" : "",
                named(layers).isEmpty() ? "" : "layers is \"" + layers + "\"",
                invert ? "invert is given" : "")
            .filter(text -> !text.isEmpty())
            .findFirst();
    if (asked.isPresent()) {
      throw new UserError(
          asked.get()
              + ", which is of one image, but images is \""
              + images()
              + "\": leave images empty for the image in front");
    }
  }

  /** The layers of which it is shown where they change. */
  final List<Layer> later(final SteeredNetwork both, final List<Layer> changed) {
    final Architecture edited = both.steered().architecture();
    if (!layers.strip().equals(AUTO)) {
      return named(layers).stream()
          .map(name -> ReachedLayers.require(edited, "layers", name))
          .distinct()
          .toList();
    }
    return ReachedLayers.after(both.network().architecture(), changed).stream()
        .limit(USUAL_LAYERS)
        .map(edited::layer)
        .toList();
  }
}
