package io.github.inceptionlens.atlas.embedding;

import org.apache.commons.math3.analysis.ParametricUnivariateFunction;
import org.apache.commons.math3.fitting.SimpleCurveFitter;
import org.apache.commons.math3.fitting.WeightedObservedPoints;

/**
 * How strongly two points belong together by their distance d: 1 / (1 + a·d^2b), fitted to 1 up to
 * the least distance and exp(−(d − least)) from there on.
 */
record UmapCurve(double a, double b) {

  private static final int POINTS = 300;
  private static final double FARTHEST = 3;

  /** The curve of a least distance, 0 to 1. */
  static UmapCurve of(final double least) {
    final WeightedObservedPoints points = new WeightedObservedPoints();
    for (int i = 0; i < POINTS; i++) {
      final double x = FARTHEST * i / (POINTS - 1);
      points.add(x, x < least ? 1 : Math.exp(least - x));
    }
    final double[] fitted =
        SimpleCurveFitter.create(new Family(), new double[] {1, 1}).fit(points.toList());
    return new UmapCurve(fitted[0], fitted[1]);
  }

  private static final class Family implements ParametricUnivariateFunction {

    @Override
    public double value(final double x, final double... ab) {
      return 1 / (1 + ab[0] * Math.pow(x, 2 * ab[1]));
    }

    @Override
    public double[] gradient(final double x, final double... ab) {
      final double power = Math.pow(x, 2 * ab[1]);
      final double square = Math.pow(value(x, ab), 2);
      return new double[] {-power * square, x > 0 ? -2 * ab[0] * power * Math.log(x) * square : 0};
    }
  }
}
