package io.github.inceptionlens.command;

import ij.ImagePlus;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionMethods;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.Colour;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Target;
import io.github.inceptionlens.image.ActivationLayer;
import io.github.inceptionlens.image.DisplayRange;
import io.github.inceptionlens.image.Fit;
import io.github.inceptionlens.image.ImageInput;
import io.github.inceptionlens.image.InputRequest;
import io.github.inceptionlens.image.Results;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.service.LensService;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows which pixels a class, a unit or any other target depends on: raw values, 32-bit. */
@Plugin(
    type = Command.class,
    headless = true,
    label = "Saliency Map...",
    description =
        "Shows which pixels a class, a channel or any other target depends on, as a 32-bit map of"
            + " raw values.")
public final class SaliencyMapCommand extends LensCommand implements Choosing {

  @Parameter private LensService lens;

  @Parameter private ImagePlus image;

  @Parameter(
      required = false,
      persist = false,
      label = "Network",
      style = "open",
      description = Texts.NETWORK)
  private String network = "";

  @Parameter(persist = false, label = "Method", description = SaliencyTexts.METHOD)
  private String method = "Grad-CAM";

  @Parameter(persist = false, label = "Target", description = SaliencyTexts.TARGET)
  private String target = "top";

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
  private int steps = 64;

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
      label = "Colour",
      choices = {"sum", "max", "l2"},
      description = SaliencyTexts.COLOUR)
  private String colour = "sum";

  @Parameter(persist = false, label = "Range", description = Texts.RANGE)
  private String range = AUTO;

  @Parameter(persist = false, label = "Overlay", description = SaliencyTexts.OVERLAY)
  private boolean overlay;

  @Parameter(
      persist = false,
      label = "Opacity (%)",
      min = "0",
      max = "100",
      style = "slider",
      description = SaliencyTexts.OPACITY)
  private int opacity = 60;

  @Parameter(persist = false, label = "Stack", description = Texts.STACK)
  private boolean stack;

  @Parameter(type = ItemIO.OUTPUT, label = "Saliency map")
  private ImagePlus map;

  @Parameter(type = ItemIO.OUTPUT, label = "Notes")
  private List<String> notes;

  private static final String AUTO = "auto";

  @Override
  public List<String> choices(final String key) {
    return key.equals("method")
        ? AttributionMethods.of(getContext()).stream().map(AttributionMethod::name).toList()
        : List.of();
  }

  @Override
  void compute() {
    final AttributionMethod chosen =
        AttributionMethods.named(method, AttributionMethods.of(getContext()));
    final Target wanted = Target.parse(target);
    final InputRequest asked = new InputRequest(fit(wanted), 1, DisplayRange.parse(range), stack);
    final ImageInput input = ImageInput.of(image, asked);
    final AttributionRequest request = request(chosen, wanted, asked, input);
    final SaliencyMaps maps =
        lens.work(
            network, (inception, progress) -> maps(inception, input, chosen, request, progress));
    if (overlay) {
      maps.overlay(opacity).show(image);
    }
    map = maps.image();
    notes = maps.notes(SaliencyOptions.ignored(chosen, request));
  }

  private Fit fit(final Target wanted) {
    if (fit.equals(AUTO)) {
      return wanted.readsClasses() ? Fit.CENTER_CROP : Fit.OWN_SIZE;
    }
    return Fit.of(fit);
  }

  private AttributionRequest request(
      final AttributionMethod chosen,
      final Target wanted,
      final InputRequest asked,
      final ImageInput input) {
    return new AttributionRequest(
        wanted,
        SaliencyOptions.selection(image, input),
        layer,
        new Baselines(image, asked, steps).named(baseline, chosen),
        steps,
        SaliencyOptions.samples(samples),
        noise,
        window,
        stride,
        seed);
  }

  private SaliencyMaps maps(
      final InceptionV1 inception,
      final ImageInput input,
      final AttributionMethod chosen,
      final AttributionRequest request,
      final Progress progress) {
    Results.onPicture(input).requireRoom(1);
    if (overlay) {
      ActivationLayer.requireRoom(input);
    }
    return SaliencyMaps.of(
        inception,
        input,
        chosen,
        request,
        new SaliencyMaps.Shown(sign, Colour.of(colour), provenance(inception)),
        progress);
  }
}
