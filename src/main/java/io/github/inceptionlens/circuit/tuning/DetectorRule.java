package io.github.inceptionlens.circuit.tuning;

import io.github.inceptionlens.core.UserError;

/**
 * Which units count as detectors of an angle.
 *
 * @param deviations the least that the largest response to a single stimulus is, in standard
 *     deviations above the mean
 * @param variance below what the circular variance is, 0 to 1
 * @param neighbor the least that the response at one of the two angles next to that of the peak is,
 *     as a part of the peak, 0 to 1: a response at a single angle may be chance, and is sharp in
 *     any order of the angles
 */
public record DetectorRule(double deviations, double variance, double neighbor) {

  /** Refuses what no unit could keep to. */
  public DetectorRule {
    if (!(deviations > 0 && deviations < Double.POSITIVE_INFINITY)) {
      throw new UserError("deviations is " + deviations + ", expected a number above 0");
    }
    if (!(variance > 0 && variance <= 1)) {
      throw new UserError("variance is " + variance + ", expected a number above 0, up to 1");
    }
    if (!(neighbor >= 0 && neighbor <= 1)) {
      throw new UserError("neighbor is " + neighbor + ", expected a number from 0 to 1");
    }
  }

  /** Whether a unit responds strongly enough to be one. */
  boolean isStrong(final UnitTuning unit) {
    return unit.isStandardized() && unit.responses()[unit.strongest()] >= deviations;
  }

  /** Whether a curve prefers an angle. */
  boolean prefers(final CircularCurve curve) {
    final CircularTuning tuning = CircularTuning.of(curve);
    final int largest = curve.largest();
    final double beside = Math.max(curve.positive(largest - 1), curve.positive(largest + 1));
    return tuning.peak() > 0
        && tuning.circularVariance() < variance
        && beside >= neighbor * tuning.peak();
  }
}
