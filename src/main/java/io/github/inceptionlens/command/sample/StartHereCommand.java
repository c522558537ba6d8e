package io.github.inceptionlens.command.sample;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.HTMLDialog;
import ij.macro.Interpreter;
import io.github.inceptionlens.activation.ChannelContrast;
import io.github.inceptionlens.command.LensCommand;
import io.github.inceptionlens.command.activation.UnitOverlay;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.InceptionV1;
import java.awt.GraphicsEnvironment;
import java.util.Locale;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opens a sample, lays a first overlay over it, and says what it shows and what it does not. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Start Here...",
    description =
        "Opens a sample image, shows where one network channel fires on it, and says in"
            + " three sentences what that means and what it does not.")
public final class StartHereCommand extends LensCommand {

  private static final String LAYER = "mixed4c";

  @Parameter(type = ItemIO.OUTPUT, label = "Sample")
  private ImagePlus sample;

  @Override
  protected void compute() {
    final ImagePlus image = SampleImage.SCENE.open();
    final Unit shown = lens().work("", (inception, progress) -> show(image, inception, progress));
    sample = image;
    say(shown);
  }

  private Unit show(final ImagePlus image, final InceptionV1 inception, final Progress progress) {
    final Layer layer = inception.architecture().layer(LAYER);
    final ImageInput input = ImageInput.whole(image, InputRequest.ownSize());
    final Unit unit = ChannelContrast.most(inception, layer, input.views(), progress);
    UnitOverlay.of(inception, input, unit, provenance(inception).with("unit", unit), progress)
        .show(image);
    return unit;
  }

  private static void say(final Unit unit) {
    final String text =
        String.format(
            Locale.ROOT,
            "The colors show where one of the network's channels, %s, fires on this image: the"
                + " brighter, the more.\nIt is the channel of that layer which tells places of this"
                + " image apart best; it responds to whatever looks alike to it, not to a structure"
                + " that it was taught to name.\nThe colors do not say why it fires, nor that it"
                + " matters for a decision: What Fires Here... and Visualize Channel... show what it"
                + " looks for, Saliency Map... what a class depends on.",
            unit);
    if (GraphicsEnvironment.isHeadless() || Interpreter.getInstance() != null) {
      IJ.log(text);
    } else {
      new HTMLDialog(
          "Start Here",
          "<html><div style='width:420px'><p>"
              + text.replace("\n", "</p><p>")
              + "</p></div></html>",
          false);
    }
  }
}
