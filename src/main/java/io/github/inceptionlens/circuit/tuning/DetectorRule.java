package io.github.inceptionlens.circuit.tuning;

import io.github.inceptionlens.core.UserError;

/**
 * Which units count as detectors of an angle.
 *
 * @param deviations the least that the largest response to a single stimulus is, in standard
 *     deviations above the mean
 * @param variance below what the circular variance is, 0 to 1
 */
public record DetectorRule(double deviations, double variance) {

  /** Refuses what no unit could keep to. */
  public DetectorRule {
    if (!(deviations > 0 && deviations < Double.POSITIVE_INFINITY)) {
      throw new UserError("deviations is " + deviations + ", expected a number above 0");
    }
    if (!(variance > 0 && variance <= 1)) {
      throw new UserError("variance is " + variance + ", expected a number above 0, up to 1");
    }
  }

  /** Whether a unit responds strongly enough to be one. */
  boolean isStrong(final UnitTuning unit) {
    return unit.isStandardized() && unit.responses()[unit.strongest()] >= deviations;
  }

  /** Whether it prefers an angle. */
  boolean prefers(final CircularTuning tuning) {
    return tuning.peak() > 0 && tuning.circularVariance() < variance;
  }
}
