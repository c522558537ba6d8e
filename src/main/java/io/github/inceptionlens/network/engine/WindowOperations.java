package io.github.inceptionlens.network.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import io.github.inceptionlens.core.geometry.SlidingWindow;

/** Convolutions and pools as the engine does and differentiates them, with any padding. */
public final class WindowOperations {

  private static final double LEAST = Double.NEGATIVE_INFINITY;

  private WindowOperations() {}

  /**
   * The convolution alone.
   *
   * @param x [batch, channel, row, column]
   * @param bias null for none
   */
  public static NDArray convolution(
      final NDArray x, final SlidingWindow window, final NDArray weight, final NDArray bias) {
    return convolution(PaddedInput.of(x, window, 0, false), x, window, weight, bias);
  }

  /** The same on some of a picture's rows. */
  static NDArray convolution(
      final NDArray x,
      final SlidingWindow window,
      final RowPadding rows,
      final NDArray weight,
      final NDArray bias) {
    return convolution(PaddedInput.ofRows(x, window, rows, 0), x, window, weight, bias);
  }

  private static NDArray convolution(
      final PaddedInput padded,
      final NDArray x,
      final SlidingWindow window,
      final NDArray weight,
      final NDArray bias) {
    final NDArray y =
        Convolutions.apply(padded.x(), weight, bias, square(window.stride()), padded.shape());
    padded.release(x);
    return y;
  }

  static NDArray maxPool(final NDArray x, final SlidingWindow window) {
    return maxPool(PaddedInput.of(x, window, LEAST, true), x, window);
  }

  /** The same on some of a picture's rows. */
  static NDArray maxPool(final NDArray x, final SlidingWindow window, final RowPadding rows) {
    return maxPool(PaddedInput.ofRows(x, window, rows, LEAST), x, window);
  }

  private static NDArray maxPool(
      final PaddedInput padded, final NDArray x, final SlidingWindow window) {
    final NDArray y =
        Pool.maxPool2d(
            padded.x(),
            square(window.kernel()),
            square(window.stride()),
            padded.shape(),
            padded.ceil());
    padded.release(x);
    return y;
  }

  private static Shape square(final int length) {
    return new Shape(length, length);
  }
}
