package io.github.inceptionlens.command.visualization;

import ij.ImagePlus;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.window.LiveImage;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.result.PictureStack;
import org.scijava.ItemIO;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/** A command that makes pictures of the user's own image: what all of them have. */
abstract class ImageOptimizationCommand extends NetworkCommand {

  @Parameter private ImagePlus image;

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
      label = "Random seed",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = VisualizationTexts.SEED)
  private long seed;

  @Parameter(
      persist = false,
      label = "Also show raw values (32-bit)",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = VisualizationTexts.RAW)
  private boolean raw;

  @Parameter(type = ItemIO.OUTPUT, label = "Picture")
  private ImagePlus picture;

  @Parameter(type = ItemIO.OUTPUT, label = "Unrounded picture")
  private ImagePlus values;

  /** The current slice as the network is to see it. */
  protected final ImageInput input() {
    return ImageInput.of(
        image, new InputRequest(Fit.OWN_SIZE, scale, DisplayRange.parse(range), false));
  }

  protected final long seed() {
    return seed;
  }

  /**
   * Sets the results.
   *
   * @param title of the RGB image
   * @param live the window in which the pictures grew
   */
  protected final void show(
      final PictureStack pictures,
      final String title,
      final Provenance provenance,
      final LiveImage live) {
    picture = pictures.image(live.image(), title, provenance);
    values = raw ? pictures.raw(title + "-raw", provenance) : null;
  }

  /** Closes the window in which the pictures grew unless it shows the result. */
  protected final void leave(final LiveImage live) {
    live.leave(picture);
  }
}
