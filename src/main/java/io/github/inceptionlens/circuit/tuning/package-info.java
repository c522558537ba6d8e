/**
 * How units respond to stimuli that vary: curves and what they say, on angles and on other values.
 *
 * <pre>{@code
 * double[] angles = {0, 45, 90, 135, 180, 225, 270, 315};
 * double[] responses = {9, 4, 1, 0, 0, 0, 1, 4};
 * CircularTuning tuning = CircularTuning.of(CircularCurve.of(angles, responses, 360));
 * double preferred = tuning.preferred();
 * }</pre>
 */
package io.github.inceptionlens.circuit.tuning;
