package io.github.inceptionlens.command.visualization;

import ij.ImagePlus;
import ij.WindowManager;
import io.github.inceptionlens.activation.ChannelSelection;
import io.github.inceptionlens.activation.ChannelStatistics;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.window.GrowingPicture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.EntryLabels;
import io.github.inceptionlens.visualization.feature.UnitGallery;
import io.github.inceptionlens.visualization.feature.VisualizationRequest;
import io.github.inceptionlens.weights.NetworkStore;
import java.util.ArrayList;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows what many channels of a layer look for: a picture of each, kept for the next time. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Visualize Layer...",
    description = "Makes a picture of what each of many network channels of a layer looks for.")
public final class VisualizeLayerCommand extends VisualizationCommand {

  private static final int MOST = 2048;

  @Parameter(
      persist = false,
      label = "Layer",
      attrs = @Attr(name = MacroKeys.EARLY),
      description = ParameterTexts.LAYER)
  private String layer = "mixed4c";

  @Parameter(
      persist = false,
      label = "Network channels",
      attrs = @Attr(name = MacroKeys.EARLY),
      description = VisualizationTexts.CHANNELS)
  private String channels = "0-15";

  @Parameter(
      persist = false,
      label = "Montage with captions",
      attrs = @Attr(name = MacroKeys.DIALOG, value = "true"),
      description = VisualizationTexts.MONTAGE)
  private boolean montage;

  @Parameter(type = ItemIO.OUTPUT, label = "Visualizations")
  private ImagePlus visualizations;

  @Parameter(type = ItemIO.OUTPUT, label = "Montage of visualizations")
  private ImagePlus tiles;

  @Parameter(type = ItemIO.OUTPUT, label = "Notes")
  private List<String> notes;

  @Override
  protected int pictures() {
    final ChannelSelection chosen = ChannelSelection.parse(channels);
    return namedArchitecture()
        .map(network -> chosen.of(network.layer(layer), () -> new double[MOST]).size())
        .orElse(1);
  }

  @Override
  protected void compute() {
    final ChannelSelection chosen = ChannelSelection.parse(channels);
    withNetwork(
        (inception, progress) -> {
          show(inception, chosen, progress);
        });
  }

  private void show(
      final InceptionV1 inception, final ChannelSelection chosen, final Progress progress) {
    final Layer read = inception.architecture().layer(layer);
    final EntryLabels labels = inception.architecture().entryLabels();
    final List<Unit> units =
        chosen.of(read, () -> strength(inception, read)).stream().map(read::unit).toList();
    final VisualizationRequest request = request(inception, progress);
    final long start = System.nanoTime();
    final GrowingPicture growing =
        new GrowingPicture(
            pictures -> LayerPictures.growing(read, labels, units, request.size(), pictures));
    try {
      final UnitGallery gallery =
          UnitGallery.of(
              inception,
              units,
              request,
              new DiskPictureCache(NetworkStore.standard().kept().pictures()),
              montage ? growing : UnitGallery.Viewer.NONE,
              progress);
      took(request, units.size() - gallery.found(), start);
      final LayerPictures pictures =
          new LayerPictures(read, labels, units.size(), gallery, provenance(inception));
      visualizations = pictures.image();
      tiles = montage ? pictures.montage() : null;
      notes = new ArrayList<>(pictures.notes());
    } finally {
      growing.close();
    }
    notes.addAll(notes(request));
  }

  /** The mean of each channel over the selection of the current image. */
  private static double[] strength(final InceptionV1 inception, final Layer layer) {
    final ImagePlus image = WindowManager.getCurrentImage();
    if (image == null) {
      throw new UserError(
          "channels asks for the strongest on the current image, but none is open: open one, or"
              + " give a list such as 0-15");
    }
    final ImageInput input =
        ImageInput.inside(
            image, new InputRequest(Fit.OWN_SIZE, 1, DisplayRange.AUTO, false), layer);
    return ChannelStatistics.of(inception, layer.name(), input.views().get(0)).stream()
        .mapToDouble(ChannelStatistics::mean)
        .toArray();
  }
}
