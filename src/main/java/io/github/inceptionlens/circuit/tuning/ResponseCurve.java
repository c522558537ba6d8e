package io.github.inceptionlens.circuit.tuning;

import java.util.stream.IntStream;

/**
 * Responses by the value of one parameter.
 *
 * @param values ascending
 * @param responses the mean at each
 */
public record ResponseCurve(double[] values, double[] responses) {

  /** The value with the largest response. */
  public double best() {
    return values[
        IntStream.range(0, values.length)
            .reduce((one, other) -> responses[other] > responses[one] ? other : one)
            .orElseThrow()];
  }
}
