package io.github.inceptionlens.command.saliency;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.window.OverlayPreview;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.overlay.ActivationLayer;
import io.github.inceptionlens.network.InceptionV1;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.Previewable;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Tells which channels of a layer, and which places, speak for a target and which against it. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Channel Attribution...",
    description =
        "Tells which network channels of a layer, and which places of the image, speak for a class"
            + " or any other target and which against it.")
public final class ChannelAttributionCommand extends NetworkCommand implements Previewable {

  private static final String AUTO = "auto";

  /** What an overlay keeps per frame: the places, how they are seen, and both on the region. */
  private static final int PLANES = 4;

  @Parameter private ImagePlus image;

  @Parameter(persist = false, label = "Layer", description = ParameterTexts.LAYER)
  private String layer = "mixed4d";

  @Parameter(persist = false, label = "Target", description = SaliencyTexts.CHANNELS_TARGET)
  private String target = "top";

  @Parameter(
      persist = false,
      label = "Number of network channels",
      min = "1",
      description =
          "How many network channels per slice or selected point, those first that contribute most,"
              + " for or against.")
  private int count = 10;

  @Parameter(
      persist = false,
      label = "Opacity (%)",
      min = "0",
      max = "100",
      style = "slider",
      description = SaliencyTexts.OPACITY)
  private int opacity = 60;

  @Parameter(
      persist = false,
      label = "Fit to the network's 224 x 224 pixels",
      choices = {AUTO, "center crop", "stretch", "own size"},
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = SaliencyTexts.FIT)
  private String fit = AUTO;

  @Parameter(
      persist = false,
      label = "Pixel values shown as black to white",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.RANGE)
  private String range = AUTO;

  @Parameter(
      persist = false,
      label = "All slices and time points",
      description = ParameterTexts.STACK)
  private boolean stack;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Attribution")
  private ResultsTable channels;

  @Parameter(type = ItemIO.OUTPUT, label = "Notes")
  private List<String> notes;

  private final OverlayPreview preview = new OverlayPreview();

  @Override
  public void preview() {
    final ImageInput input = input(false);
    preview.show(
        image,
        work(
            (inception, progress) ->
                attributed(inception, input, progress).overlay(opacity, Provenance.EMPTY)));
  }

  @Override
  public void cancel() {
    preview.takeAway();
  }

  @Override
  protected void compute() {
    cancel();
    final ImageInput input = input(stack);
    uses(input);
    withNetwork((inception, progress) -> show(inception, input, progress));
  }

  private void show(final InceptionV1 inception, final ImageInput input, final Progress progress) {
    if (Target.parse(target).readsClasses()) {
      warnOfClasses(input, inception);
    }
    final ChannelAttributions all = attributed(inception, input, progress);
    channels = all.table(hasPoints(), count);
    notes = all.notes();
    all.overlay(opacity, provenance(inception)).show(image);
  }

  private ChannelAttributions attributed(
      final InceptionV1 inception, final ImageInput input, final Progress progress) {
    ActivationLayer.requireRoom(input, PLANES);
    final AttributionRequest request =
        AttributionRequest.of(Target.parse(target))
            .layer(inception.architecture().layer(layer).name());
    return ChannelAttributions.of(
        inception,
        input,
        SaliencyOptions.selection(image, input).map(request::selection).orElse(request),
        progress);
  }

  /** The selected rectangle, or all of the image where places are selected. */
  private ImageInput input(final boolean all) {
    final InputRequest request =
        new InputRequest(
            SaliencyOptions.fit(fit, List.of(Target.parse(target))),
            1,
            DisplayRange.parse(range),
            all);
    return hasPoints() ? ImageInput.around(image, request) : ImageInput.of(image, request);
  }

  private boolean hasPoints() {
    final Roi selected = image == null ? null : image.getRoi();
    return selected != null && !selected.isArea();
  }
}
