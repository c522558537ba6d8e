package io.github.inceptionlens.image.place;

import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.measure.Calibration;
import io.github.inceptionlens.core.Csv;
import io.github.inceptionlens.core.UserError;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Points of an image, perhaps none.
 *
 * @param calibrated whether they are in the unit of the image's calibration, as ImageJ counts
 *     there: from the left and upper border of the first pixel; else in pixels, of which whole
 *     numbers are the centers, as in ImageJ's selections of points
 */
record MarkedPoints(List<At> points, boolean calibrated) implements PlaceMark {

  /** A unit at the border may look at a place beyond it, by less than the largest stride. */
  private static final double BEYOND = 32;

  private static final double HALF = 0.5;

  MarkedPoints {
    points = List.copyOf(points);
  }

  /**
   * One of them.
   *
   * @param x the column
   * @param y the row
   */
  record At(double x, double y) {}

  @Override
  public Optional<Roi> on(final ImagePlus image) {
    if (points.isEmpty()) {
      return Optional.empty();
    }
    final float[] columns = new float[points.size()];
    final float[] rows = new float[points.size()];
    for (int i = 0; i < columns.length; i++) {
      final At at = within(image, points.get(i));
      columns[i] = (float) at.x();
      rows[i] = (float) at.y();
    }
    return Optional.of(new PointRoi(columns, rows, columns.length));
  }

  private At within(final ImagePlus image, final At point) {
    final At at = calibrated ? raw(point, image) : point;
    if (isFar(at.x(), image.getWidth()) || isFar(at.y(), image.getHeight())) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the place (%s, %s) in pixels lies outside of \"%s\" of %d x %d pixels",
              shortened(at.x()),
              shortened(at.y()),
              image.getTitle(),
              image.getWidth(),
              image.getHeight()));
    }
    return new At(held(at.x(), image.getWidth()), held(at.y(), image.getHeight()));
  }

  private static At raw(final At point, final ImagePlus image) {
    final Calibration calibration = image.getCalibration();
    return new At(
        calibration.getRawX(point.x()) - HALF,
        calibration.getRawY(point.y(), image.getHeight()) - HALF);
  }

  private boolean isFar(final double pixel, final int size) {
    final double beyond = calibrated ? BEYOND : HALF;
    return !(pixel >= -beyond && pixel <= size - 1 + beyond);
  }

  private static String shortened(final double pixel) {
    return Csv.number(Math.rint(pixel * 100) / 100);
  }

  private static double held(final double pixel, final int size) {
    return Math.max(0, Math.min(size - 1, pixel));
  }

  @Override
  public PlaceMark and(final PlaceMark other) {
    return other instanceof MarkedPoints more && more.calibrated == calibrated
        ? new MarkedPoints(
            Stream.concat(points.stream(), more.points.stream()).toList(), calibrated)
        : other;
  }
}
