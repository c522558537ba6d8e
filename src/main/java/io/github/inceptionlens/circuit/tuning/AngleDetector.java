package io.github.inceptionlens.circuit.tuning;

import io.github.inceptionlens.core.Unit;

/**
 * A unit that responds strongly to some angles.
 *
 * @param height its largest response to a single stimulus, in standard deviations above the mean
 * @param curve its responses by angle
 * @param tuning what that says
 */
public record AngleDetector(Unit unit, double height, CircularCurve curve, CircularTuning tuning) {}
