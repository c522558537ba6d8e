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
    label = "Drifting Vesicles (time series)",
    description =
        "Opens a generated time series of vesicles that drift among filaments, which comes with the plugin.")
public final class DriftSampleCommand extends LensCommand {

  @Parameter(type = ItemIO.OUTPUT, label = "Sample")
  private ImagePlus sample;

  @Override
  protected void compute() {
    sample = SampleImage.DRIFT.open();
  }
}
