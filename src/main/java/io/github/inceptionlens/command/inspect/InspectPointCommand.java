package io.github.inceptionlens.command.inspect;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.ChannelStatistics;
import io.github.inceptionlens.activation.UnitValue;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.place.PlaceKeys;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.InceptionV1;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Lists the channels of a layer that are strongest at a place of an image. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Inspect Point...",
    description =
        "Lists the network channels of a layer that are strongest at a place: at x and y, at each"
            + " selected point, or on the mean over a selected area or line.")
public final class InspectPointCommand extends NetworkCommand {

  @Parameter private ImagePlus image;

  @Parameter(
      required = false,
      persist = false,
      label = "X (pixels)",
      description =
          "The column of the place, from 0; empty, with y, for what is selected: each point, or the"
              + " mean over an area or a line.")
  private String x = "";

  @Parameter(
      required = false,
      persist = false,
      label = "Y (pixels)",
      description = "The row of the place, from 0; empty, with x, for what is selected.")
  private String y = "";

  @Parameter(persist = false, label = "Layer", description = ParameterTexts.LAYER)
  private String layer = "mixed4c";

  @Parameter(
      persist = false,
      label = "Number of network channels",
      min = "1",
      description = "How many network channels are listed of each place, strongest first.")
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

  @Parameter(type = ItemIO.OUTPUT, label = PointTable.TITLE)
  private ResultsTable points;

  @Override
  public Optional<String> proposal(final String key) {
    return key.equals("scale") ? scaleFor(image) : super.proposal(key);
  }

  @Override
  public void check(final String key, final Object value) {
    if (key.equals("x") || key.equals("y")) {
      PlaceKeys.of(x, y);
    } else {
      super.check(key, value);
    }
  }

  @Override
  protected void compute() {
    final Optional<PointPlaces> places = PointPlaces.of(image, PlaceKeys.of(x, y));
    final boolean isOnCurrent = places.map(one -> one.isOn(image.getCurrentSlice())).orElse(true);
    final InputRequest request =
        new InputRequest(Fit.OWN_SIZE, scale, DisplayRange.AUTO, !isOnCurrent);
    points =
        work(
            (inception, progress) -> {
              final Layer read = inception.architecture().layer(layer);
              return places.isPresent()
                  ? ofPoints(inception, read, request, places.get(), progress)
                  : ofSelection(inception, read, request, progress);
            });
  }

  private ResultsTable ofPoints(
      final InceptionV1 inception,
      final Layer read,
      final InputRequest request,
      final PointPlaces places,
      final Progress progress) {
    final ImageInput whole = ImageInput.whole(image, request);
    if (scale < 1) {
      whole.requireContrast(read);
    }
    uses(whole);
    final PointTable table = new PointTable();
    new PointReader(inception, read, image, request)
        .each(
            places,
            (place, slice, values) ->
                table.add(
                    image,
                    slice,
                    place.at(),
                    UnitValue.strongest(read, values, count),
                    inception.architecture().entryLabels()),
            progress);
    return table.table();
  }

  private ResultsTable ofSelection(
      final InceptionV1 inception,
      final Layer read,
      final InputRequest request,
      final Progress progress) {
    final Roi selection = image.getRoi();
    final ImageInput input =
        selection.isArea() ? input(image, request, read, false) : ImageInput.around(image, request);
    uses(input);
    progress.at(0, "Looking through " + read + " ...");
    final double[] means =
        ChannelStatistics.of(inception, read.name(), input.views().get(0), progress).stream()
            .mapToDouble(ChannelStatistics::mean)
            .toArray();
    final PointTable table = new PointTable();
    table.add(
        image,
        input.frames().get(0).slice(),
        middle(selection),
        UnitValue.strongest(read, means, count),
        inception.architecture().entryLabels());
    return table.table();
  }

  /** The middle of what is selected within the image, whole numbers the centers of pixels. */
  private Point2D middle(final Roi selection) {
    final Rectangle2D within =
        selection
            .getFloatBounds()
            .createIntersection(new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight()));
    final double shift = selection.isArea() ? 0.5 : 0;
    return new Point2D.Double(within.getCenterX() - shift, within.getCenterY() - shift);
  }
}
