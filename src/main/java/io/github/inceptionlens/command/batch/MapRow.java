package io.github.inceptionlens.command.batch;

import ij.measure.Calibration;

/**
 * What a plane of a map holds.
 *
 * @param slice the slice of the image, from 1
 * @param what the unit or the target
 * @param minimum the smallest value; NaN where there is none
 * @param maximum the largest one
 * @param mean of all values
 * @param x the column of the largest value's pixel, in the image's unit
 * @param y the row of the same
 */
record MapRow(
    int slice, String what, double minimum, double maximum, double mean, double x, double y) {

  /**
   * The row of a plane.
   *
   * @param plane row-major; pixels that are NaN do not count
   * @param calibration of its pixels
   */
  static MapRow of(
      final int slice,
      final String what,
      final float[] plane,
      final int width,
      final Calibration calibration) {
    int count = 0;
    double sum = 0;
    int least = -1;
    int most = -1;
    for (int i = 0; i < plane.length; i++) {
      if (!Float.isNaN(plane[i])) {
        count++;
        sum += plane[i];
        least = least < 0 || plane[i] < plane[least] ? i : least;
        most = most < 0 || plane[i] > plane[most] ? i : most;
      }
    }
    if (count == 0) {
      return new MapRow(slice, what, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
    return new MapRow(
        slice,
        what,
        plane[least],
        plane[most],
        sum / count,
        calibration.getX(most % width + 0.5),
        calibration.getY(most / width + 0.5, plane.length / width));
  }
}
