package io.github.inceptionlens.command.network;

import ij.measure.ResultsTable;
import io.github.inceptionlens.command.LensCommand;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.SlidingWindow;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.LayerTable;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.weights.TrainedNetwork;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Describes a network layer by layer; a public one also before it is downloaded. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Describe Network...",
    description =
        "Lists a network's layers: kernels, network channels, receptive fields and costs.")
public final class DescribeCommand extends LensCommand {

  private static final double MILLION = 1e6;

  @Parameter(
      required = false,
      persist = false,
      label = "Network",
      style = "open",
      description = ParameterTexts.NETWORK)
  private String network = "";

  @Parameter(
      persist = false,
      label = "Width of the image (pixels)",
      min = "1",
      description = "Width and height in pixels of the picture that the sizes and costs are for.")
  private int size = 224;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Layers")
  private ResultsTable layers;

  @Override
  protected void compute() {
    if (size < 1) {
      throw new UserError("size is " + size + ", but at least 1 pixel is expected");
    }
    final Architecture table = architecture();
    uses(table);
    layers = new ResultsTable();
    LayerTable.of(table, size, size).forEach(this::add);
  }

  private Architecture architecture() {
    return Training.named(network.strip())
        .map(Training::architecture)
        .orElseGet(() -> TrainedNetwork.named(network).architecture());
  }

  private void add(final LayerTable.Row row) {
    layers.addRow();
    layers.addValue("Layer", row.layer());
    layers.addValue("Caffe", row.alias());
    layers.addValue("Operation", row.operation());
    layers.addValue("Kernel", row.window().map(SlidingWindow::kernel).orElse(1));
    layers.addValue("Stride", row.window().map(SlidingWindow::stride).orElse(1));
    layers.addValue("Channels", row.channels());
    layers.addValue("Width", row.width());
    layers.addValue("Height", row.height());
    layers.addValue("Receptive field", row.receptiveField());
    layers.addValue("Parameters", row.cost().parameters());
    layers.addValue("Million multiply-adds", row.cost().multiplyAdds() / MILLION);
  }
}
