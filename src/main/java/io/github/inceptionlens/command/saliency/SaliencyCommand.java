package io.github.inceptionlens.command.saliency;

import ij.ImagePlus;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionMethods;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.Baseline;
import io.github.inceptionlens.attribution.MapReduction;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/** A command about the maps of attribution methods: the parameters that all of them have. */
abstract class SaliencyCommand extends NetworkCommand {

  protected static final String AUTO = MapReduction.AUTO;

  @Parameter private ImagePlus image;

  @Parameter(required = false, persist = false, label = "Layer", description = SaliencyTexts.LAYER)
  private String layer = "";

  @Parameter(
      persist = false,
      label = "Fit",
      choices = {AUTO, "center crop", "stretch", "own size"},
      description = SaliencyTexts.FIT)
  private String fit = AUTO;

  @Parameter(persist = false, label = "Baseline", description = SaliencyTexts.BASELINE)
  private String baseline = AUTO;

  @Parameter(persist = false, label = "Steps", description = SaliencyTexts.STEPS)
  private String steps = AUTO;

  @Parameter(persist = false, label = "Samples", description = SaliencyTexts.SAMPLES)
  private String samples = AUTO;

  @Parameter(persist = false, label = "Noise", description = SaliencyTexts.NOISE)
  private double noise = 0.15;

  @Parameter(persist = false, label = "Window", description = SaliencyTexts.WINDOW)
  private int window = 32;

  @Parameter(persist = false, label = "Stride", description = SaliencyTexts.STRIDE)
  private int stride = 16;

  @Parameter(persist = false, label = "Seed", description = SaliencyTexts.SEED)
  private long seed;

  @Parameter(
      persist = false,
      label = "Sign",
      choices = {AUTO, "absolute", "signed", "positive"},
      description = SaliencyTexts.SIGN)
  private String sign = AUTO;

  @Parameter(
      persist = false,
      label = "Color",
      attrs = @Attr(name = MacroKeys.ALIAS, value = "colour"),
      choices = {"sum", "max", "l2"},
      description = SaliencyTexts.COLOR)
  private String color = "sum";

  /** The methods that there are, in the order of the dialogs. */
  protected final List<AttributionMethod> methods() {
    return AttributionMethods.of(getContext());
  }

  protected final ImagePlus image() {
    return image;
  }

  /** How the image becomes the picture on which all of the targets are explained. */
  protected final InputRequest input(
      final List<Target> targets, final DisplayRange range, final boolean stack) {
    return new InputRequest(fit(targets), 1, range, stack);
  }

  private Fit fit(final List<Target> targets) {
    if (fit.equals(AUTO)) {
      return targets.stream().anyMatch(Target::readsClasses) ? Fit.CENTER_CROP : Fit.OWN_SIZE;
    }
    return Fit.of(fit);
  }

  /** What a method is asked. */
  protected final AttributionRequest request(
      final AttributionMethod method,
      final Target target,
      final InputRequest asked,
      final ImageInput input) {
    final OptionalInt given = SaliencyOptions.count("steps", steps);
    return request(target, given, input)
        .baseline(new Baselines(image, asked, given).named(baseline, method));
  }

  private AttributionRequest request(
      final Target target, final OptionalInt given, final ImageInput input) {
    return new AttributionRequest(
        target,
        SaliencyOptions.selection(image, input),
        layer,
        Baseline.Plain.BLACK,
        given,
        SaliencyOptions.count("samples", samples),
        noise,
        window,
        stride,
        seed);
  }

  /** Says how many passes methods will make for targets on all frames. */
  protected final String passes(
      final List<AttributionMethod> methods, final List<Target> targets, final ImageInput input) {
    final OptionalInt given = SaliencyOptions.count("steps", steps);
    long passes = 0;
    for (final Target target : targets) {
      final AttributionRequest request = request(target, given, input);
      for (final AttributionMethod method : methods) {
        passes += method.passes(request, input.networkWidth(), input.networkHeight());
      }
    }
    final boolean exact =
        given.isPresent()
            || methods.stream()
                .noneMatch(method -> method.options().contains(AttributionMethod.Option.STEPS));
    return String.format(
        Locale.ROOT,
        "%s%,d passes through the network",
        exact ? "" : "at least ",
        passes * input.frames().size());
  }

  /** Which side of the maps' values counts. */
  protected final MapReduction reading() {
    return MapReduction.of(color, sign);
  }
}
