package io.github.inceptionlens.circuit.tuning;

import io.github.inceptionlens.core.LargestIndex;
import io.github.inceptionlens.core.Unit;
import java.util.Arrays;

/**
 * How one unit responds to stimuli.
 *
 * @param unit with canonical names
 * @param mean of its activations where they are usual
 * @param deviation their standard deviation
 * @param responses to each stimulus, in deviations from the mean; where they do not deviate, in
 *     units of the activation
 */
public record UnitTuning(Unit unit, double mean, double deviation, double[] responses) {

  /**
   * A unit's tuning.
   *
   * @param activations one per stimulus
   */
  public static UnitTuning of(
      final Unit unit, final double mean, final double deviation, final double[] activations) {
    final double scale = deviation > 0 ? deviation : 1;
    return new UnitTuning(
        unit,
        mean,
        deviation,
        Arrays.stream(activations).map(one -> (one - mean) / scale).toArray());
  }

  /** Whether responses are in standard deviations. */
  public boolean isStandardized() {
    return deviation > 0;
  }

  /** Which stimulus it responds to most. */
  public int strongest() {
    return LargestIndex.of(responses);
  }
}
