package io.github.inceptionlens.command.visualization;

import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.visualization.feature.Inversion;
import io.github.inceptionlens.visualization.feature.InversionRequest;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows what layers keep of the user's image. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Invert Features...",
    description =
        "Shows what layers keep of the image: pictures, made from noise, to which they respond in the"
            + " same way.")
public final class InvertFeaturesCommand extends RenditionCommand {

  @Parameter(
      persist = false,
      label = "Weight of total variation",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = VisualizationTexts.TV)
  private double tv = InversionRequest.STANDARD.variation();

  @Parameter(
      persist = false,
      label = "Weight of the sixth-power norm",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = VisualizationTexts.NORM)
  private double norm = InversionRequest.STANDARD.norm();

  @Override
  protected void compute() {
    final InversionRequest request =
        InversionRequest.STANDARD.steps(steps(), rate()).regularizers(tv, norm).seed(seed());
    render(
        "inversion",
        "distance",
        (network, picture, layers, listener, progress) ->
            Inversion.of(network, picture, layers, request, listener, progress));
  }
}
