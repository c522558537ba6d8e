package io.github.inceptionlens.command.activation;

import ij.ImagePlus;
import io.github.inceptionlens.activation.ActivationMaps;
import io.github.inceptionlens.activation.ChannelSelection;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.InceptionV1;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows where the channels of a layer fire on an image: one 32-bit slice per channel. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Activation Maps...",
    description = "Shows where the network channels of a layer fire: one 32-bit slice per channel.")
public final class ActivationMapsCommand extends NetworkCommand {

  @Parameter private ImagePlus image;

  @Parameter(persist = false, label = "Layer", description = ParameterTexts.LAYER)
  private String layer = "mixed4c";

  @Parameter(
      persist = false,
      label = "Network channels",
      description = "strongest:12 (by mean activation), all, or a list such as 0-15,447.")
  private String channels = "strongest:12";

  @Parameter(
      persist = false,
      label = "Between the units",
      choices = {"aligned", "resized", "smooth", "none"},
      attrs = {@Attr(name = MacroKeys.ADVANCED), @Attr(name = MacroKeys.DIALOG, value = "smooth")},
      description =
          "Each unit at the center of what it sees, linear between (aligned) or cubic (smooth), the"
              + " map enlarged to the image as in the literature (resized), or the layer's own grid"
              + " (none).")
  private String registration = "aligned";

  @Parameter(
      persist = false,
      label = "Enlarge the image (factor)",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.SCALE)
  private double scale = 1;

  @Parameter(
      persist = false,
      label = "Pixel values shown as black to white",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.RANGE)
  private String range = "auto";

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

  @Parameter(type = ItemIO.OUTPUT, label = "Activation maps")
  private ImagePlus maps;

  @Override
  public Optional<String> proposal(final String key) {
    return key.equals("scale") ? scaleFor(image) : super.proposal(key);
  }

  @Override
  protected void compute() {
    final ActivationMaps.Request request =
        new ActivationMaps.Request(
            layer, ChannelSelection.parse(channels), Registration.of(registration));
    final InputRequest asked =
        new InputRequest(Fit.OWN_SIZE, scale, DisplayRange.parse(range), stack);
    maps = work((inception, progress) -> image(inception, asked, request, progress));
  }

  private ImagePlus image(
      final InceptionV1 inception,
      final InputRequest asked,
      final ActivationMaps.Request request,
      final Progress progress) {
    final Layer shown = inception.architecture().layer(request.layer());
    final ImageInput input = input(image, asked, shown, crop);
    return MapImage.of(inception, input, request, provenance(inception), progress).image();
  }
}
