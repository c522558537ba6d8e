package io.github.inceptionlens.command.activation;

import ij.ImagePlus;
import io.github.inceptionlens.activation.ActivationMaps;
import io.github.inceptionlens.activation.ChannelContrast;
import io.github.inceptionlens.activation.ChannelSelection;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.MacroLine;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.window.OverlayPreview;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.display.Luts;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.overlay.ActivationLayer;
import io.github.inceptionlens.network.InceptionV1;
import java.util.Locale;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.Previewable;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows where a unit fires, in colors over the image: an element of the image's overlay. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Activation Overlay...",
    description =
        "Shows where a unit fires, in colors over the image; its pixels and your own overlay"
            + " elements stay as they are.")
public final class ActivationOverlayCommand extends NetworkCommand implements Previewable {

  private static final String STRONGEST = "strongest";
  private static final String DISTINCT = "distinct";

  @Parameter private ImagePlus image;

  @Parameter(
      persist = false,
      label = "Unit (layer:number)",
      description =
          "A layer and a network channel such as mixed4c:447; strongest: that of the layer below with"
              + " the largest mean over the selection and all processed slices; or distinct: the one"
              + " that tells places apart best, the selection from the rest of the image or, without"
              + " a selection, its own strongest quarter from its mean, in units of the spread and"
              + " of the layer's size.",
      attrs = @Attr(name = MacroKeys.DIALOG, value = DISTINCT))
  private String unit = STRONGEST;

  @Parameter(persist = false, label = "Layer", description = ParameterTexts.LAYER)
  private String layer = "mixed4c";

  @Parameter(
      persist = false,
      label = "Color table",
      description =
          "The colors: inferno, a lookup table of ImageJ such as Fire, or the path of a .lut file.")
  private String lut = "inferno";

  @Parameter(
      persist = false,
      label = "Opacity (%)",
      min = "0",
      max = "100",
      style = "slider",
      description =
          "Percent, where the unit fires most; the less it fires, the more transparent. Where it"
              + " does not fire, nothing is drawn.")
  private int opacity = 60;

  @Parameter(
      persist = false,
      label = "Activations that the colors span",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "The activations that the colors span, such as 0-35, all of which are drawn above the"
              + " lower number; auto: 0 to the largest one, without what is weak (a tenth of the"
              + " range, or what half of the places exceed).")
  private String range = "auto";

  @Parameter(
      persist = false,
      label = "Enlarge or shrink the image (factor)",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.SCALE)
  private double scale = 1;

  @Parameter(
      persist = false,
      label = "Between the units",
      choices = {"aligned", "resized", "smooth", "none"},
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "Between the units: smooth (cubic, for the eye), aligned (linear), resized (the layer's"
              + " map enlarged to the picture, as in the literature), or none (each pixel shows the"
              + " unit nearest to it).")
  private String registration = "smooth";

  @Parameter(
      persist = false,
      label = "Color bar",
      description =
          "Add a bar that tells the activation of each color, in the corner where the unit fires"
              + " least; an image that is too small has none.")
  private boolean bar = true;

  @Parameter(
      persist = false,
      label = "Show the network the selected rectangle only",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CROP)
  private boolean crop;

  @Parameter(
      persist = false,
      label = "All slices and time points",
      description = ParameterTexts.STACK)
  private boolean stack;

  @Parameter(type = ItemIO.OUTPUT, label = "Unit and range")
  private String summary;

  private Asked asked;
  private Answer answer;
  private final OverlayPreview preview = new OverlayPreview();

  /** The parameters on which the network's response depends. */
  private record Asked(
      String network, String unit, String layer, double scale, boolean crop, boolean stack) {}

  /** The network's response, kept while only the look of it changes. */
  private record Answer(
      ImageInput input, ActivationMaps maps, String described, Provenance network) {}

  @Override
  public Optional<String> proposal(final String key) {
    return key.equals("scale") ? scaleFor(image) : super.proposal(key);
  }

  @Override
  protected long planes(final Layer read, final int slices) {
    return (long) slices * ActivationLayer.PLANES;
  }

  @Override
  protected void compute() {
    cancel();
    final ActivationLayer shown = layer();
    shown.show(image);
    summary =
        String.format(
            Locale.ROOT,
            "Activation overlay on %s: %s, activations %s in %s",
            image.getTitle(),
            answer.described(),
            shown.range(),
            lut.strip());
  }

  @Override
  public void preview() {
    preview.show(image, layer());
  }

  @Override
  public void cancel() {
    preview.takeAway();
  }

  private ActivationLayer layer() {
    final DisplayRange span = DisplayRange.parse(range);
    final ActivationLayer.Look look =
        ActivationLayer.Look.of(Luts.named(lut), opacity, span).bar(bar);
    final Registration laid = Registration.of(registration);
    final Answer known = answer();
    return UnitOverlay.of(
        known.input(),
        known.maps(),
        0,
        known.described(),
        look,
        new UnitOverlay.Style(laid, lut.strip()),
        known.network().with("macro", MacroLine.of(this)));
  }

  private Answer answer() {
    final Asked now = new Asked(network(), unit, layer, scale, crop, stack);
    if (!now.equals(asked)) {
      answer = ask();
      asked = now;
    }
    return answer;
  }

  private Answer ask() {
    final InputRequest asked = new InputRequest(Fit.OWN_SIZE, scale, DisplayRange.AUTO, stack);
    final boolean distinct = unit.strip().equalsIgnoreCase(DISTINCT);
    final Optional<ActivationMaps.Request> known =
        distinct ? Optional.empty() : Optional.of(request());
    return work(
        (inception, progress) ->
            ask(
                inception,
                asked,
                known.orElseGet(() -> mostDistinct(inception, asked, progress)),
                progress));
  }

  private ActivationMaps.Request mostDistinct(
      final InceptionV1 inception, final InputRequest asked, final Progress progress) {
    final Layer shown = inception.architecture().layer(layer);
    final ImageInput whole = ImageInput.around(image, asked);
    final Unit most = ChannelContrast.most(inception, shown, whole.views(), progress);
    return request(shown.name(), Integer.toString(most.channel()));
  }

  private Answer ask(
      final InceptionV1 inception,
      final InputRequest asked,
      final ActivationMaps.Request request,
      final Progress progress) {
    final ImageInput input =
        input(image, asked, inception.architecture().layer(request.layer()), crop);
    final ActivationMaps maps =
        ActivationMaps.of(
            inception,
            input.views(),
            request,
            count -> ActivationLayer.requireRoom(input),
            progress);
    final String described = inception.architecture().entryLabels().described(maps.units().get(0));
    final Provenance made =
        provenance(inception).with(maps.plan(inception.architecture()).provenance());
    return new Answer(input, maps, described, made);
  }

  private ActivationMaps.Request request() {
    if (unit.strip().equalsIgnoreCase(STRONGEST)) {
      return request(layer, "strongest:1");
    }
    final Unit one = Unit.parse(unit);
    return request(one.layer(), Integer.toString(one.channel()));
  }

  private static ActivationMaps.Request request(final String layer, final String channels) {
    return new ActivationMaps.Request(layer, ChannelSelection.parse(channels), Registration.NONE);
  }
}
