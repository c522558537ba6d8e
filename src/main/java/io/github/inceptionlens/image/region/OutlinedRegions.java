package io.github.inceptionlens.image.region;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import io.github.inceptionlens.core.geometry.MeasuredRegion;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.input.ManagedRois;
import io.github.inceptionlens.image.input.Region;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Areas that a user outlined, on every image; one with a position on the slices it names. */
final class OutlinedRegions implements PictureRegions {

  private final List<Roi> areas;

  private OutlinedRegions(final List<Roi> areas) {
    this.areas = areas.stream().map(roi -> (Roi) roi.clone()).toList();
  }

  /**
   * Those of the ROI Manager, as they are now.
   *
   * @param text what the user wrote
   * @throws io.github.inceptionlens.core.UserError when there are none
   */
  static OutlinedRegions managed(final String text) {
    return new OutlinedRegions(ManagedRois.areas("regions is " + text, "region"));
  }

  /** Some that are on an image. */
  static OutlinedRegions of(final List<Roi> areas) {
    return new OutlinedRegions(areas);
  }

  /**
   * Those of a file that the ROI Manager saved.
   *
   * @return nothing where a text names no such file
   * @throws io.github.inceptionlens.core.UserError when it is damaged, or one is no area
   */
  static Optional<PictureRegions> saved(final String text) {
    return RoiFile.read(text)
        .map(
            rois -> {
              ManagedRois.requireAreas(rois, "\"" + text + "\"");
              return new OutlinedRegions(rois);
            });
  }

  @Override
  public ImageInput see(final String path, final ImagePlus image, final InputRequest request) {
    return ImageInput.whole(image, request);
  }

  @Override
  public List<MeasuredRegion> of(final InputPicture picture) {
    final List<MeasuredRegion> regions = new ArrayList<>();
    for (int i = 0; i < areas.size(); i++) {
      final Roi area = areas.get(i);
      if (picture.input().holds(area, picture.frame())) {
        final String name = area.getName() == null ? String.valueOf(i + 1) : area.getName();
        regions.add(measured(name, area, picture));
      }
    }
    return regions;
  }

  private static MeasuredRegion measured(
      final String name, final Roi area, final InputPicture picture) {
    final PixelSums sums = new PixelSums();
    final Optional<Region> held = Region.of(area, picture.input().image());
    if (held.isEmpty()) {
      return sums.region(name, picture.input(), picture.view());
    }
    final Region region = held.get();
    final Rectangle bounds = region.bounds();
    for (int y = 0; y < bounds.height; y++) {
      for (int x = 0; x < bounds.width; x++) {
        if (region.contains(x, y)) {
          sums.add(bounds.x + x, bounds.y + y);
        }
      }
    }
    return sums.region(
        name,
        picture.input(),
        picture.view(),
        (x, y) -> region.contains(x - bounds.x, y - bounds.y));
  }

  @Override
  public String state() {
    return areas.stream()
        .map(area -> Arrays.toString(RoiEncoder.saveAsByteArray(area)))
        .collect(Collectors.joining("\n"));
  }
}
