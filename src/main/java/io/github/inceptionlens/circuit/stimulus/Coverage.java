package io.github.inceptionlens.circuit.stimulus;

/**
 * The part of a pixel that an area covers, from 0 to 1: exact for a straight border; for a circle
 * of the radius r within 1/(128 r), and within 0.01 where two borders meet in the pixel.
 *
 * <p>A pixel at the border is cut into 8 x 8 squares, in each of which the border counts as
 * straight.
 */
final class Coverage {

  private static final int CUTS = 8;
  private static final double SIDE = 1.0 / CUTS;
  private static final double REACH = 1;
  private static final double SLIGHT = 1e-9;
  private static final double STEP = 1e-4;

  private Coverage() {}

  /**
   * Of the pixel of a side of 1 about a place.
   *
   * @param x column of its center
   * @param y its row, upwards
   */
  static double of(final Outline area, final double x, final double y) {
    final double distance = area.distance(x, y);
    if (distance >= REACH) {
      return 1;
    } else if (distance <= -REACH) {
      return 0;
    }
    double sum = 0;
    for (int row = 0; row < CUTS; row++) {
      for (int column = 0; column < CUTS; column++) {
        sum += square(area, x + offset(column), y + offset(row));
      }
    }
    return sum / (CUTS * CUTS);
  }

  private static double offset(final int index) {
    return (index - (CUTS - 1) / 2.0) * SIDE;
  }

  private static double square(final Outline area, final double x, final double y) {
    final double distance = area.distance(x, y);
    if (Math.abs(distance) >= SIDE) {
      return distance > 0 ? 1 : 0;
    }
    final double slopeX = area.distance(x + STEP, y) - area.distance(x - STEP, y);
    final double slopeY = area.distance(x, y + STEP) - area.distance(x, y - STEP);
    final double slope = Math.hypot(slopeX, slopeY);
    if (slope < SLIGHT * STEP) {
      return distance > 0 ? 1 : 0;
    }
    return halfPlane(distance / SIDE, Math.abs(slopeX) / slope, Math.abs(slopeY) / slope);
  }

  /**
   * The part of a square of side 1 that a half plane covers.
   *
   * @param distance of its border from the square's center, positive if that is covered
   * @param a one component of the border's normal of length 1, not negative
   * @param b the other one
   */
  static double halfPlane(final double distance, final double a, final double b) {
    final double large = Math.max(a, b);
    final double small = Math.min(a, b);
    final double reach = distance + (large + small) / 2;
    if (small < SLIGHT) {
      return Math.max(0, Math.min(1, reach / large));
    }
    final double area =
        square(reach)
            - square(reach - large)
            - square(reach - small)
            + square(reach - large - small);
    return Math.max(0, Math.min(1, area / (2 * large * small)));
  }

  /** The square of what is positive. */
  private static double square(final double value) {
    return value > 0 ? value * value : 0;
  }
}
