package io.github.inceptionlens.network.engine;

import ai.djl.ndarray.NDArray;

/**
 * Products and powers with plain numbers that may be differentiated.
 *
 * <p>DJL's own keep the number in an array that it closes at once; PyTorch looks at it again on the
 * way back, when its memory may have been given to others: now and then a derivative is garbage.
 * Here the array lives as long as the manager of the first operand. Sums have no such need.
 */
public final class ScalarOperations {

  private ScalarOperations() {}

  /** {@code values * factor}. */
  public static NDArray times(final NDArray values, final double factor) {
    return values.mul(lasting(values, factor));
  }

  /** {@code values ^ exponent}. */
  public static NDArray power(final NDArray values, final double exponent) {
    return values.pow(lasting(values, exponent));
  }

  /** The larger one of each value and a number. */
  public static NDArray atLeast(final NDArray values, final double least) {
    return values.maximum(lasting(values, least));
  }

  private static NDArray lasting(final NDArray values, final double number) {
    return values.getManager().create((float) number);
  }
}
