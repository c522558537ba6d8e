package io.github.inceptionlens.command.saliency;

import ij.ImagePlus;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionMethods;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.Baseline;
import io.github.inceptionlens.attribution.MapReduction;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.command.cost.PassTimes;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.image.display.DisplayRange;
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

  private static final double NANOS = 1e9;

  @Parameter private ImagePlus image;

  @Parameter(
      required = false,
      persist = false,
      label = "Layer of the CAM",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = SaliencyTexts.LAYER)
  private String layer = "";

  @Parameter(
      persist = false,
      label = "Fit to the network's 224 x 224 pixels",
      choices = {AUTO, "center crop", "stretch", "own size"},
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = SaliencyTexts.FIT)
  private String fit = AUTO;

  @Parameter(
      persist = false,
      label = "Baseline",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = SaliencyTexts.BASELINE)
  private String baseline = AUTO;

  @Parameter(
      persist = false,
      label = "Steps",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = SaliencyTexts.STEPS)
  private String steps = AUTO;

  @Parameter(
      persist = false,
      label = "Samples",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = SaliencyTexts.SAMPLES)
  private String samples = AUTO;

  @Parameter(
      persist = false,
      label = "Noise (part of the range)",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = SaliencyTexts.NOISE)
  private double noise = 0.15;

  @Parameter(
      persist = false,
      label = "Window (pixels)",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = SaliencyTexts.WINDOW)
  private int window = 32;

  @Parameter(
      persist = false,
      label = "Stride (pixels)",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = SaliencyTexts.STRIDE)
  private int stride = 16;

  @Parameter(
      persist = false,
      label = "Random seed",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = SaliencyTexts.SEED)
  private long seed;

  @Parameter(
      persist = false,
      label = "Sign shown",
      choices = {AUTO, "absolute", "signed", "positive"},
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = SaliencyTexts.SIGN)
  private String sign = AUTO;

  @Parameter(
      persist = false,
      label = "Red, green and blue become one by",
      attrs = {@Attr(name = MacroKeys.ALIAS, value = "colour"), @Attr(name = MacroKeys.ADVANCED)},
      choices = {"sum", "max", "l2"},
      description = SaliencyTexts.COLOR)
  private String color = "sum";

  @Override
  public List<Suggestion> suggestions(final String key) {
    return switch (key) {
      case "methods" ->
          methods().stream().map(method -> new Suggestion(method.name(), "")).toList();
      case "steps", "samples" -> List.of(new Suggestion(AUTO, "as the method is used to"));
      default -> super.suggestions(key);
    };
  }

  @Override
  public void check(final String key, final Object value) {
    if (key.equals("steps") || key.equals("samples")) {
      SaliencyOptions.count(key, String.valueOf(value));
    }
    super.check(key, value);
  }

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
    return new InputRequest(SaliencyOptions.fit(fit, targets), 1, range, stack);
  }

  /** What a method is asked. */
  protected final AttributionRequest request(
      final AttributionMethod method,
      final Target target,
      final InputRequest asked,
      final ImageInput input) {
    final OptionalInt given = SaliencyOptions.count("steps", steps);
    return request(target, given, input)
        .baseline(new Baselines(image, asked, given, this::skips).named(baseline, method));
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
    final long all = passes * input.frames().size();
    return String.format(
        Locale.ROOT,
        "%s%s%,d passes through the network",
        PassTimes.words(timed(), (double) all * input.networkWidth() * input.networkHeight()),
        exact ? "" : "at least ",
        all);
  }

  /** Remembers how long passes took that began at a time. */
  protected final void took(final double passes, final ImageInput input, final long start) {
    PassTimes.record(
        timed(),
        passes * input.networkWidth() * input.networkHeight(),
        (System.nanoTime() - start) / NANOS);
  }

  private String timed() {
    return "saliency " + network();
  }

  /** Which side of the maps' values counts. */
  protected final MapReduction reading() {
    return MapReduction.of(color, sign);
  }
}
