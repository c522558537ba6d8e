package io.github.inceptionlens.command.activation;

import ij.ImagePlus;
import io.github.inceptionlens.activation.ActivationMaps;
import io.github.inceptionlens.activation.ChannelSelection;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.file.KeptResult;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.InceptionV1;
import java.nio.file.Path;
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
      label = "Enlarge or shrink the image (factor)",
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

  @Parameter(
      required = false,
      persist = false,
      label = "Folder for a result too large for memory",
      style = "directory",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.FOLDER)
  private String folder = "";

  @Parameter(type = ItemIO.OUTPUT, label = "Activation maps")
  private ImagePlus maps;

  @Override
  public Optional<String> proposal(final String key) {
    return switch (key) {
      case "scale" -> scaleFor(image);
      case "folder" -> Optional.of("");
      default -> super.proposal(key);
    };
  }

  /** One at a time where they go to a folder. */
  @Override
  protected long planes(final Layer read, final int slices) {
    if (registration.equals("none")) {
      return 0;
    }
    return folder.isBlank() ? (long) slices * ChannelSelection.parse(channels).count(read) : 1;
  }

  @Override
  protected void compute() {
    final ActivationMaps.Request request =
        new ActivationMaps.Request(
            layer, ChannelSelection.parse(channels), Registration.of(registration));
    final InputRequest asked =
        new InputRequest(Fit.OWN_SIZE, scale, DisplayRange.parse(range), stack);
    maps = null;
    maps = work((inception, progress) -> image(inception, asked, request, progress));
  }

  private ImagePlus image(
      final InceptionV1 inception,
      final InputRequest asked,
      final ActivationMaps.Request request,
      final Progress progress) {
    final Layer shown = inception.architecture().layer(request.layer());
    final ImageInput input = input(image, asked, shown, crop);
    final MapPlan plan = MapPlan.of(inception, input, request);
    final int units = plan.units();
    final Optional<Path> chosen = folderFor(folder, plan.results().size(units));
    final Provenance made = plan.provenance(provenance(inception));
    final KeptResult kept = KeptResult.of(chosen, input, plan.results(), units, shown.name(), made);
    fill(
        kept,
        () ->
            ActivationMaps.each(
                inception,
                input.views(),
                request,
                (unit, grid, map) -> kept.add(plan.label(unit), map),
                progress),
        part -> maps = part);
    return kept.image();
  }
}
