package io.github.inceptionlens.visualization.transform;

/**
 * Where on one picture a pixel of another lies: {@code (xx * x + xy * y + x0, yx * x + yy * y +
 * y0)}, in pixel centers.
 */
record AffineMap(double xx, double xy, double x0, double yx, double yy, double y0) {

  static AffineMap shift(final double x, final double y) {
    return new AffineMap(1, 0, x, 0, 1, y);
  }

  /** A turn about the origin and a factor. */
  static AffineMap turn(final double angle, final double factor) {
    final double cos = factor * Math.cos(angle);
    final double sin = factor * Math.sin(angle);
    return new AffineMap(cos, -sin, 0, sin, cos, 0);
  }

  /** First this, then another. */
  AffineMap then(final AffineMap next) {
    return new AffineMap(
        next.xx * xx + next.xy * yx,
        next.xx * xy + next.xy * yy,
        next.x(x0, y0),
        next.yx * xx + next.yy * yx,
        next.yx * xy + next.yy * yy,
        next.y(x0, y0));
  }

  double x(final double x, final double y) {
    return xx * x + xy * y + x0;
  }

  double y(final double x, final double y) {
    return yx * x + yy * y + y0;
  }
}
