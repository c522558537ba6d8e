package io.github.inceptionlens.command.inspect;

import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.process.FloatPolygon;
import io.github.inceptionlens.core.Csv;
import io.github.inceptionlens.core.UserError;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The points of an image that are to be read.
 *
 * @param places in the image's pixels, whole numbers their centers, each with its slice
 */
record PointPlaces(List<Place> places) {

  private static final double HALF = 0.5;

  /**
   * A point.
   *
   * @param slice in the image's stack, from 1
   */
  record Place(Point2D at, int slice) {}

  /**
   * The point that keys name, or else the selected ones; such without a slice of their own are on
   * the current one.
   *
   * @return nothing where an area or a line is selected
   * @throws UserError when nothing is named or selected, or a point lies outside of the image
   */
  static Optional<PointPlaces> of(final ImagePlus image, final Optional<Point2D> named) {
    if (named.isPresent()) {
      return Optional.of(
          new PointPlaces(List.of(new Place(within(image, named.get()), image.getCurrentSlice()))));
    }
    if (image.getRoi() == null) {
      throw new UserError(
          "no place is named and nothing is selected on \""
              + image.getTitle()
              + "\": give x and y in pixels, or click on a place with the point tool");
    }
    return image.getRoi() instanceof PointRoi points
        ? Optional.of(of(image, points))
        : Optional.empty();
  }

  private static PointPlaces of(final ImagePlus image, final PointRoi points) {
    final FloatPolygon polygon = points.getFloatPolygon();
    final List<Place> places = new ArrayList<>();
    for (int i = 0; i < polygon.npoints; i++) {
      final Point2D at = within(image, new Point2D.Double(polygon.xpoints[i], polygon.ypoints[i]));
      final int slice = points.getPointPosition(i);
      places.add(new Place(at, slice > 0 ? slice : image.getCurrentSlice()));
    }
    return new PointPlaces(places);
  }

  private static Point2D within(final ImagePlus image, final Point2D at) {
    if (isOutside(at.getX(), image.getWidth()) || isOutside(at.getY(), image.getHeight())) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the place x = %s, y = %s lies outside of \"%s\": x is 0 to %d, y is 0 to %d",
              Csv.number(at.getX()),
              Csv.number(at.getY()),
              image.getTitle(),
              image.getWidth() - 1,
              image.getHeight() - 1));
    }
    return at;
  }

  private static boolean isOutside(final double pixel, final int size) {
    return !(pixel >= -HALF && pixel < size - HALF);
  }

  /** Whether all are on one slice. */
  boolean isOn(final int slice) {
    return places.stream().allMatch(place -> place.slice() == slice);
  }
}
