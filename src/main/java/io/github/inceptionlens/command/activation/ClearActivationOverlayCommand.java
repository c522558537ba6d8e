package io.github.inceptionlens.command.activation;

import ij.ImagePlus;
import io.github.inceptionlens.command.LensCommand;
import io.github.inceptionlens.image.overlay.ActivationLayer;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Takes the layers of {@link ActivationOverlayCommand} off an image, and nothing else. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Clear Activation Overlay",
    description = "Takes the activation overlays off the image; other overlay elements stay.")
public final class ClearActivationOverlayCommand extends LensCommand {

  @Parameter private ImagePlus image;

  @Override
  protected void compute() {
    ActivationLayer.clear(image);
  }
}
