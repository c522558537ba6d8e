package io.github.inceptionlens.atlas.cell;

import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * How points of an embedding are brought to the unit square: what lies between the 1st and the 99th
 * percentile of each axis, and a tenth of that more on each side; points farther out are moved to
 * the border.
 *
 * @param left where the square begins
 * @param bottom where it begins
 * @param width of the square
 * @param height of the square
 * @see <a href="https://distill.pub/2019/activation-atlas">Carter et al. 2019</a>
 */
public record UnitSquare(double left, double bottom, double width, double height) {

  private static final int LOW = 1;
  private static final int HIGH = 99;
  private static final double MARGIN = 0.1;

  /**
   * That of some points.
   *
   * @param points [n, 2], y upward
   */
  public static UnitSquare of(final float[] points) {
    final double[] x = range(points, 0);
    final double[] y = range(points, 1);
    return new UnitSquare(x[0], y[0], x[1], y[1]);
  }

  private static double[] range(final float[] points, final int axis) {
    final double[] values = new double[points.length / 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = points[2 * i + axis];
    }
    final Percentile percentile = new Percentile();
    percentile.setData(values);
    final double low = percentile.evaluate(LOW);
    final double length = percentile.evaluate(HIGH) - low;
    return new double[] {low - MARGIN * length, (1 + 2 * MARGIN) * length};
  }

  /**
   * Points on the map.
   *
   * @param points [n, 2], y upward
   * @return [n, 2], from 0 to 1, y downward
   */
  public float[] map(final float[] points) {
    final float[] map = new float[points.length];
    for (int i = 0; i < points.length; i += 2) {
      map[i] = (float) clipped((points[i] - left) / width);
      map[i + 1] = (float) clipped(1 - (points[i + 1] - bottom) / height);
    }
    return map;
  }

  /** Where all lie at one value, they lie in the middle. */
  private static double clipped(final double value) {
    return Double.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0.5;
  }
}
