package io.github.inceptionlens.command.collection;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.ChannelOrder;
import io.github.inceptionlens.activation.measure.RegionRow;
import io.github.inceptionlens.activation.measure.RegionTable;
import io.github.inceptionlens.activation.measure.RegionValues;
import io.github.inceptionlens.activation.measure.UnitChoice;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.region.PictureRegions;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.EntryLabels;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Measures what units give in the regions of many pictures: a row per region. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Measure Activations...",
    description =
        "Measures how much units of the network respond to each ROI or label of one or many images,"
            + " as a table for statistics.")
public final class MeasureActivationsCommand extends CollectionCommand {

  private static final int DECIMALS = 4;

  @Parameter(persist = false, label = "Layer", description = ParameterTexts.LAYER)
  private String layer = "mixed4c";

  @Parameter(
      persist = false,
      label = "Units",
      description =
          "Network channels of the layer: strongest:12 (over all that is measured), all, or a list"
              + " such as 0-15,447; or units of any layers such as mixed4c:12,447;mixed5a:3.")
  private String units = "strongest:12";

  @Parameter(
      persist = false,
      label = "Regions",
      description =
          "manager (the ROIs of the ROI Manager), selection (what is selected on each image, or all"
              + " of it), overlay (the areas of each image's overlay), a file of ROIs (.roi, .zip),"
              + " the title or path of a label image (each value above 0 is a region), a folder of"
              + " label images named as the images are, or a path such as masks/*-nuclei.tif.")
  private String regions = PictureRegions.MANAGER;

  @Parameter(
      persist = false,
      label = "Measured by",
      choices = {"mean", "peak"},
      description = "The mean activation over the region, or the largest one.")
  private String by = "mean";

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Measurements")
  private ResultsTable measurements;

  @Override
  public List<Suggestion> suggestions(final String key) {
    return switch (key) {
      case "units" -> super.suggestions("channels");
      case "regions" -> RegionsOffered.besides(WindowManager.getCurrentImage());
      default -> super.suggestions(key);
    };
  }

  @Override
  public void check(final String key, final Object value) {
    if (key.equals("units")) {
      UnitChoice.check(String.valueOf(value));
    }
    super.check(key, value);
  }

  @Override
  public boolean isRead(final String key) {
    return key.equals("layer") ? !UnitChoice.namesLayers(units) : super.isRead(key);
  }

  @Override
  protected void compute() {
    UnitChoice.check(units);
    final ChannelOrder order = ChannelOrder.named(by);
    withNetwork((network, progress) -> measure(network, order, progress));
  }

  private void measure(
      final InceptionV1 network, final ChannelOrder order, final Progress progress) {
    final UnitChoice choice = UnitChoice.of(network.architecture(), layer, units);
    final PictureRegions wanted = PictureRegions.named(regions, analyzed(), choice.widest());
    final ImageCollection<InputPicture> pictures = collection(Fit.OWN_SIZE, wanted::see);
    if (!regions.strip().equalsIgnoreCase(PictureRegions.SELECTION)) {
      selects(Optional.empty());
    }
    final Scan<InputPicture> scan =
        new Scan<>(network, choice.layers().stream().map(Layer::name).toList(), pictures);
    final Ride<InputPicture, ?, RegionTable> measured =
        scan.ride("regions", new RegionValues<InputPicture>(choice, order, wanted::of));
    scan(
        scan,
        pictures,
        network,
        List.of(layer, units, by, regions, wanted.state()),
        () -> show(measured.result(), network.architecture().entryLabels()),
        progress);
  }

  private ImagePlus analyzed() {
    return UserImages.isStack(images()) ? WindowManager.getCurrentImage() : null;
  }

  private void show(final RegionTable found, final EntryLabels labels) {
    measurements = table(found, labels);
    if (found.without() > 0) {
      note(
          String.format(
              Locale.ROOT,
              "Measure Activations: %,d pictures have no region and no row",
              found.without()));
    }
  }

  private static ResultsTable table(final RegionTable found, final EntryLabels labels) {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    final List<String> headings = found.units().stream().map(labels::described).toList();
    final boolean labeled = found.rows().stream().anyMatch(row -> !row.label().isEmpty());
    for (final RegionRow row : found.rows()) {
      table.addRow();
      table.addValue("Image", row.picture().image());
      table.addValue("Slice", row.picture().slice());
      table.addValue("Region", row.region());
      table.addValue("X", row.x());
      table.addValue("Y", row.y());
      table.addValue("Area", row.area());
      addValues(table, headings, row.values());
      if (labeled) {
        table.addValue("Label", row.label());
      }
    }
    return table;
  }

  /** Columns are found once: to look for each by its name takes long where they are many. */
  private static void addValues(
      final ResultsTable table, final List<String> headings, final float[] values) {
    final int first = table.size() == 1 ? -1 : table.getColumnIndex(headings.get(0));
    for (int i = 0; i < values.length; i++) {
      if (first < 0) {
        table.addValue(headings.get(i), values[i]);
      } else {
        table.addValue(first + i, values[i]);
      }
    }
  }
}
