package io.github.inceptionlens.command.sample;

import ij.ImagePlus;
import io.github.inceptionlens.command.LensCommand;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opens a sample. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Cat Photograph (RGB)",
    description = "Opens a photograph of a cat, which comes with the plugin.")
public final class CatSampleCommand extends LensCommand {

  @Parameter(type = ItemIO.OUTPUT, label = "Sample")
  private ImagePlus sample;

  @Override
  protected void compute() {
    sample = SampleImage.CAT.open();
  }
}
