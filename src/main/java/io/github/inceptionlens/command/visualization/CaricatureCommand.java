package io.github.inceptionlens.command.visualization;

import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.visualization.feature.Caricature;
import io.github.inceptionlens.visualization.feature.CaricatureRequest;
import io.github.inceptionlens.visualization.transform.Transforms;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Exaggerates what layers see in the user's image. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Caricature...",
    description =
        "Exaggerates what layers see in the image: pictures to which they give more of the same"
            + " answer.")
public final class CaricatureCommand extends RenditionCommand {

  @Parameter(
      persist = false,
      label = "Power of the cosine",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = VisualizationTexts.POWER)
  private double power = CaricatureRequest.STANDARD.power();

  @Parameter(
      persist = false,
      label = "Transforms before each step",
      choices = {"standard", "jitter", "none"},
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = VisualizationTexts.TRANSFORMS)
  private String transforms = "standard";

  @Parameter(
      persist = false,
      label = "Start from",
      choices = {"noise", "image"},
      description = VisualizationTexts.START)
  private String start = "noise";

  @Override
  protected void compute() {
    final CaricatureRequest request =
        CaricatureRequest.STANDARD
            .steps(steps(), rate())
            .power(power)
            .transforms(Transforms.named(transforms))
            .fromPicture(start.equals("image"))
            .seed(seed());
    render(
        "caricature",
        "gain",
        (network, picture, layers, listener, progress) ->
            Caricature.of(network, picture, layers, request, listener, progress));
  }
}
