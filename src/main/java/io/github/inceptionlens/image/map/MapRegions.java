package io.github.inceptionlens.image.map;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.macro.Interpreter;
import ij.measure.Calibration;
import ij.plugin.frame.RoiManager;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.result.MapGrid;
import io.github.inceptionlens.image.result.ResultImages;
import java.awt.HeadlessException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The regions of a map's slices as ImageJ's own things: a mask, entries of the ROI Manager. */
public final class MapRegions {

  private final ImagePlus map;
  private final List<MapSlice> slices;

  /**
   * @param slices the current slice, or all
   */
  public MapRegions(final ImagePlus map, final List<MapSlice> slices) {
    this.map = map;
    this.slices = List.copyOf(slices);
  }

  /** What the map tells of itself, each key after "map ". */
  private Provenance origin() {
    Provenance origin = Provenance.EMPTY.with("image", map.getTitle());
    final String[] properties = map.getPropertiesAsArray();
    for (int i = 0; properties != null && i + 1 < properties.length; i += 2) {
      if (properties[i].startsWith(ResultImages.PROPERTY_PREFIX)) {
        origin =
            origin.with(
                "map " + properties[i].substring(ResultImages.PROPERTY_PREFIX.length()),
                properties[i + 1]);
      }
    }
    return origin;
  }

  /**
   * The 8-bit mask, 255 in the regions and 0 elsewhere, as large as the map and calibrated like it.
   *
   * @param provenance how it was made; the map's own precedes it
   */
  public ImagePlus mask(final Provenance provenance) {
    final ImageStack stack = new ImageStack(map.getWidth(), map.getHeight());
    slices.forEach(slice -> stack.addSlice(slice.label(), slice.mask()));
    final ImagePlus mask = new ImagePlus(ResultImages.unique(map.getShortTitle() + "-mask"), stack);
    final Calibration calibration = map.getCalibration().copy();
    calibration.disableDensityCalibration();
    if (slices.size() == map.getStackSize()) {
      mask.setDimensions(map.getNChannels(), map.getNSlices(), map.getNFrames());
      mask.setOpenAsHyperStack(map.isHyperStack());
    } else {
      calibration.zOrigin -= map.convertIndexToPosition(slices.get(0).slice())[1] - 1.0;
    }
    mask.setCalibration(calibration);
    ResultImages.describe(mask, origin().with(provenance));
    return mask;
  }

  /**
   * Refuses, before any work, where ImageJ can have no ROI Manager.
   *
   * @throws UserError when there is no display
   */
  public static void requireRoiManager() {
    try {
      manager();
    } catch (final HeadlessException e) {
      throw new UserError(
          "result is rois or both, but without a display ImageJ has no ROI Manager: choose"
              + " result=mask",
          e);
    }
  }

  /**
   * Adds the regions' outlines to the ROI Manager, below what it holds: in the pixels and on the
   * slice of the image that was analyzed where the map tells them, else in those of the map.
   *
   * @return what the outlines are on, for the user
   */
  public String addToRoiManager(final boolean whole) {
    final RoiManager manager = manager();
    final Optional<MapGrid> grid = MapGrid.of(map);
    for (final MapSlice slice : slices) {
      final List<MapRegion> regions = whole ? List.of(slice.whole()) : slice.regions();
      for (int i = 0; i < regions.size(); i++) {
        final Roi outline = regions.get(i).roi();
        final Roi roi = grid.map(one -> one.onImage(outline)).orElse(outline);
        roi.setName(name(manager, slice, whole ? "all" : String.valueOf(i + 1)));
        place(roi, slice.slice(), grid.isPresent());
        manager.addRoi(roi);
      }
    }
    final String image = map.getProp(ResultImages.PROPERTY_PREFIX + "image");
    return grid.isPresent() ? String.valueOf(image) : map.getTitle();
  }

  /** A short name that the manager does not hold yet. */
  private String name(final RoiManager manager, final MapSlice slice, final String region) {
    final String name = "Region " + (map.getStackSize() > 1 ? slice.slice() + "-" : "") + region;
    final Set<String> taken =
        Arrays.stream(manager.getRoisAsArray()).map(Roi::getName).collect(Collectors.toSet());
    String free = name;
    for (int i = 2; taken.contains(free); i++) {
      free = name + " (" + i + ")";
    }
    return free;
  }

  private void place(final Roi roi, final int slice, final boolean onImage) {
    if (onImage) {
      MapGrid.place(roi, map, slice);
    } else if (map.isHyperStack()) {
      final int[] position = map.convertIndexToPosition(slice);
      roi.setPosition(position[0], position[1], position[2]);
    } else if (map.getStackSize() > 1) {
      roi.setPosition(slice);
    }
  }

  /** The manager that is open, or that of a macro in batch mode, or a new one. */
  private static RoiManager manager() {
    final RoiManager open = RoiManager.getInstance2();
    if (open != null) {
      return open;
    }
    final RoiManager hidden = Interpreter.getBatchModeRoiManager();
    return hidden == null ? new RoiManager() : hidden;
  }
}
