package io.github.inceptionlens.command.activation;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.ChannelContrast;
import io.github.inceptionlens.activation.ChannelContrast.Comparison;
import io.github.inceptionlens.activation.ChannelStatistics;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.visualization.DiskPictureCache;
import io.github.inceptionlens.command.window.GrowingPicture;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.visualization.feature.UnitGallery;
import io.github.inceptionlens.visualization.feature.VisualizationRequest;
import io.github.inceptionlens.visualization.parameterization.Parameterization;
import io.github.inceptionlens.weights.NetworkStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows which channels fire at the selected place, where else, and what they look for. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "What Fires Here...",
    description =
        "Shows which network channels fire at the selected place more than elsewhere, where they"
            + " fire, and what each of them looks for.")
public final class WhatFiresHereCommand extends NetworkCommand {

  private static final int DECIMALS = 4;

  @Parameter private ImagePlus image;

  @Parameter(persist = false, label = "Layer", description = ParameterTexts.LAYER)
  private String layer = "mixed4c";

  @Parameter(
      persist = false,
      label = "Number of network channels",
      min = "1",
      max = "24",
      description = "How many network channels are shown, the most telling ones first.")
  private int count = 6;

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

  @Parameter(type = ItemIO.OUTPUT, label = "What fires here")
  private ImagePlus picture;

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 What Fires Here")
  private ResultsTable channels;

  @Parameter(type = ItemIO.OUTPUT, label = "Notes")
  private List<String> notes;

  @Override
  public Optional<String> proposal(final String key) {
    return key.equals("scale") ? scaleFor(image) : super.proposal(key);
  }

  @Override
  protected void compute() {
    if (image.getRoi() == null) {
      throw new UserError(
          "nothing is selected on \""
              + image.getTitle()
              + "\": select an area or click on a place with the point tool, then run this again");
    }
    final ImageInput input =
        ImageInput.around(image, new InputRequest(Fit.OWN_SIZE, scale, DisplayRange.AUTO, false));
    withNetwork((inception, progress) -> show(inception, input, progress));
  }

  private void show(final InceptionV1 inception, final ImageInput input, final Progress progress) {
    final Layer read = inception.architecture().layer(layer);
    inception.check(List.of(read.name()), input.networkWidth(), input.networkHeight());
    if (scale < 1) {
      input.requireContrast(read);
    }
    uses(input);
    final View view = input.views().get(0);
    final Picture seen = view.picture();
    progress.at(0, "Looking through " + read + " ...");
    final FeatureMap map = inception.run(seen, List.of(read.name()), progress).map(read.name());
    final List<Comparison> found = ChannelContrast.strongest(map, view, count);
    channels = table(input, found, ChannelStatistics.of(map, view));
    final FiringPicture drawn =
        new FiringPicture(image, seen, map, found, inception.architecture().entryLabels());
    final GrowingPicture growing = new GrowingPicture(drawn::image);
    if (growing.wants()) {
      growing.see(Map.of());
    }
    picture = growing.end(visualized(inception, found, growing, progress));
    ResultImages.describe(
        picture,
        input
            .provenance()
            .with(provenance(inception))
            .with("layer", read.name())
            .with("method", "what fires here"));
  }

  private Map<Unit, Picture> visualized(
      final InceptionV1 inception,
      final List<Comparison> found,
      final GrowingPicture growing,
      final Progress progress) {
    final Map<Unit, Picture> pictures = new LinkedHashMap<>();
    notes = new ArrayList<>();
    try {
      final UnitGallery gallery =
          UnitGallery.of(
              inception,
              found.stream().map(Comparison::unit).toList(),
              VisualizationRequest.STANDARD.parameterization(
                  Parameterization.FOURIER.smoothed(Parameterization.LITTLE_GRAIN)),
              new DiskPictureCache(NetworkStore.standard().kept().pictures()),
              growing,
              progress);
      gallery.portraits().forEach(one -> pictures.put(one.unit(), one.frame().picture()));
      gallery.failures().forEach(failure -> notes.add("What Fires Here: " + failure));
      if (gallery.interrupted()) {
        notes.add(
            "What Fires Here: stopped before all visualizations were finished; the same command"
                + " goes on from there");
      }
    } catch (final CancellationException stop) {
      notes.add("What Fires Here: stopped before the first visualization was finished");
    }
    return pictures;
  }

  private ResultsTable table(
      final ImageInput input, final List<Comparison> found, final List<ChannelStatistics> all) {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    for (final Comparison one : found) {
      final ChannelStatistics here = all.get(one.unit().channel());
      table.addRow();
      table.addValue("Image", image.getTitle());
      table.addValue("Slice", input.frames().get(0).slice());
      table.addValue("Layer", one.unit().layer());
      table.addValue("Channel", one.unit().channel());
      table.addValue("Here", one.here());
      table.addValue("Elsewhere", one.elsewhere());
      table.addValue("Contrast", one.contrast());
      table.addValue("X", input.calibratedX(here.x()));
      table.addValue("Y", input.calibratedY(here.y()));
    }
    return table;
  }
}
