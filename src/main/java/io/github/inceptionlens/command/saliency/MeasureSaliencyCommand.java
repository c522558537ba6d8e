package io.github.inceptionlens.command.saliency;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import io.github.inceptionlens.command.LensCommand;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.image.map.MapRegion;
import io.github.inceptionlens.image.map.MapRegions;
import io.github.inceptionlens.image.map.MapSlice;
import io.github.inceptionlens.image.map.MapThreshold;
import java.util.ArrayList;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Turns a map into regions and measures them. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Measure Saliency...",
    description =
        "Thresholds a map into regions, as a mask or as entries of the ROI Manager, and measures"
            + " area, centroid, mean and sum of each.")
public final class MeasureSaliencyCommand extends LensCommand {

  private static final int DECIMALS = 4;
  private static final String WHOLE = "whole";

  @Parameter private ImagePlus image;

  @Parameter(
      persist = false,
      label = "Threshold",
      description =
          "otsu keeps the brighter of Otsu's two classes, fraction:0.5 the values from half of the"
              + " largest one on, percentile:95 those above the 95th percentile, 5 % of any map.")
  private String threshold = "otsu";

  @Parameter(
      persist = false,
      label = "Rows of the table",
      choices = {"regions", WHOLE},
      description = "A row and a ROI per connected region, or one for all of them.")
  private String rows = "regions";

  @Parameter(
      persist = false,
      label = "Smallest region (pixels)",
      min = "1",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "Regions of fewer pixels are left out.")
  private int smallest = 1;

  @Parameter(
      persist = false,
      label = "Result",
      choices = {"mask", "rois", "both", "table"},
      description =
          "Besides the table: an 8-bit mask, the outlines added to the ROI Manager, both, or"
              + " nothing.")
  private String result = "mask";

  @Parameter(
      persist = false,
      label = "All slices and time points",
      description = "Measure all slices, each by itself.")
  private boolean stack;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "Mask")
  private ImagePlus mask;

  @Parameter(type = ItemIO.OUTPUT, label = "Note")
  private String placed;

  @Parameter(type = ItemIO.OUTPUT, label = "Saliency Regions")
  private ResultsTable regions;

  @Override
  protected void compute() {
    final MapThreshold chosen = MapThreshold.parse(threshold);
    final boolean outlines = result.equals("rois") || result.equals("both");
    if (outlines) {
      MapRegions.requireRoiManager();
    }
    final List<MapSlice> slices = new ArrayList<>();
    final int first = stack ? 1 : image.getCurrentSlice();
    final int last = stack ? image.getStackSize() : first;
    lens()
        .reporting(
            progress -> {
              for (int slice = first; slice <= last; slice++) {
                progress.at((slice - first) / (last - first + 1.0), "Measuring slice " + slice);
                slices.add(MapSlice.of(image, slice, chosen, smallest));
              }
              return slices;
            });
    final MapRegions found = new MapRegions(image, slices);
    regions = table(slices);
    if (result.equals("mask") || result.equals("both")) {
      mask = found.mask(provenance().with("threshold", chosen));
    }
    if (outlines) {
      placed =
          "Measure Saliency: the outlines in the ROI Manager are in the pixels of \""
              + found.addToRoiManager(rows.equals(WHOLE))
              + "\"";
    }
  }

  private ResultsTable table(final List<MapSlice> slices) {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    for (final MapSlice slice : slices) {
      if (rows.equals(WHOLE)) {
        addRow(table, slice, "all", slice.whole());
      } else {
        for (int i = 0; i < slice.regions().size(); i++) {
          addRow(table, slice, String.valueOf(i + 1), slice.regions().get(i));
        }
      }
    }
    return table;
  }

  private void addRow(
      final ResultsTable table, final MapSlice slice, final String name, final MapRegion region) {
    final Calibration calibration = image.getCalibration();
    table.addRow();
    table.addValue("Image", image.getTitle());
    table.addValue("Slice", slice.slice());
    table.addValue("Label", slice.label());
    table.addValue("Region", name);
    table.addValue(
        "Area", region.pixels().length * calibration.pixelWidth * calibration.pixelHeight);
    table.addValue("X", calibration.getX(region.x()));
    table.addValue("Y", calibration.getY(region.y(), image.getHeight()));
    table.addValue("Unit", calibration.getUnits());
    table.addValue("Mean", region.mean());
    table.addValue("Sum", region.sum());
    table.addValue("Max", region.largest());
    table.addValue("Threshold", slice.level());
  }
}
