package io.github.inceptionlens.command.activation;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.ChannelOrder;
import io.github.inceptionlens.activation.ChannelStatistics;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.window.OverlayPreview;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.overlay.ActivationLayer;
import io.github.inceptionlens.network.InceptionV1;
import java.util.List;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.Previewable;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Lists the network channels of a layer that respond most to the selection of an image. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Strongest Channels...",
    description =
        "Lists the channels of a layer that respond most to the selection, slice by slice.")
public final class StrongestChannelsCommand extends NetworkCommand implements Previewable {

  private static final int DECIMALS = 4;

  @Parameter private ImagePlus image;

  @Parameter(persist = false, label = "Layer", description = ParameterTexts.LAYER)
  private String layer = "mixed4c";

  @Parameter(
      persist = false,
      label = "Number of network channels",
      min = "1",
      description = "How many network channels per slice, strongest first.")
  private int count = 20;

  @Parameter(
      persist = false,
      label = "Ordered by",
      choices = {"mean", "peak"},
      description = "What counts: the mean activation over the selection, or the largest one.")
  private String by = "mean";

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
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(
      persist = false,
      label = "Enlarge or shrink the image (factor)",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.SCALE)
  private double scale = 1;

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Channels")
  private ResultsTable channels;

  private final OverlayPreview preview = new OverlayPreview();

  @Override
  public Optional<String> proposal(final String key) {
    return key.equals("scale") ? scaleFor(image) : super.proposal(key);
  }

  /** Shows where the strongest channel of the current slice fires. */
  @Override
  public void preview() {
    final ChannelOrder strength = ChannelOrder.named(by);
    preview.show(image, work((inception, progress) -> overlay(inception, strength, progress)));
  }

  @Override
  public void cancel() {
    preview.takeAway();
  }

  private ActivationLayer overlay(
      final InceptionV1 inception, final ChannelOrder strength, final Progress progress) {
    final Layer asked = inception.architecture().layer(layer);
    final ImageInput input = input(image, request(false), asked, crop);
    final View view = input.views().get(0);
    final Unit first =
        ChannelStatistics.strongest(
                ChannelStatistics.of(inception, asked.name(), view, progress), strength, 1)
            .get(0)
            .unit();
    return UnitOverlay.of(inception, input, first, Provenance.EMPTY, progress);
  }

  @Override
  protected void compute() {
    cancel();
    final ChannelOrder strength = ChannelOrder.named(by);
    final InputRequest request = request(stack);
    channels = work((inception, progress) -> table(inception, request, strength, progress));
  }

  private InputRequest request(final boolean all) {
    return new InputRequest(Fit.OWN_SIZE, scale, DisplayRange.AUTO, all);
  }

  private ResultsTable table(
      final InceptionV1 inception,
      final InputRequest request,
      final ChannelOrder strength,
      final Progress progress) {
    final Layer asked = inception.architecture().layer(layer);
    final ImageInput input = input(image, request, asked, crop);
    uses(input);
    inception.check(List.of(asked.name()), input.networkWidth(), input.networkHeight());
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    final List<View> views = input.views();
    for (int i = 0; i < views.size(); i++) {
      final Progress part = progress.part(i, views.size());
      part.at(0, "Looking through " + asked + " ...");
      final List<ChannelStatistics> all =
          ChannelStatistics.of(inception, asked.name(), views.get(i), part);
      for (final ChannelStatistics one : ChannelStatistics.strongest(all, strength, count)) {
        addRow(table, input, input.frames().get(i).slice(), one);
      }
    }
    return table;
  }

  private void addRow(
      final ResultsTable table,
      final ImageInput input,
      final int slice,
      final ChannelStatistics channel) {
    table.addRow();
    table.addValue("Image", image.getTitle());
    table.addValue("Slice", slice);
    table.addValue("Layer", channel.unit().layer());
    table.addValue("Channel", channel.unit().channel());
    table.addValue("Mean", channel.mean());
    table.addValue("Peak", channel.peak());
    table.addValue("X", input.calibratedX(channel.x()));
    table.addValue("Y", input.calibratedY(channel.y()));
    table.addValue("Active", channel.active());
  }
}
