package io.github.inceptionlens.circuit.tuning;

import io.github.inceptionlens.core.LargestIndex;

/**
 * Responses by the value of one parameter.
 *
 * @param values ascending
 * @param responses the mean at each
 */
public record ResponseCurve(double[] values, double[] responses) {

  /** The value with the largest response. */
  public double best() {
    return values[LargestIndex.of(responses)];
  }
}
