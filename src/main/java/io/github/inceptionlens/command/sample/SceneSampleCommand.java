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
    label = "Nuclei, Honeycomb and Fibers (8-bit)",
    description =
        "Opens a generated scene of nuclei, honeycomb epithelium and aligned fibers, which comes with the plugin.")
public final class SceneSampleCommand extends LensCommand {

  @Parameter(type = ItemIO.OUTPUT, label = "Sample")
  private ImagePlus sample;

  @Override
  protected void compute() {
    sample = SampleImage.SCENE.open();
  }
}
