package io.github.inceptionlens.network.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.geometry.SlidingWindow;
import java.util.Arrays;

/**
 * Max pooling as maxima of shifted views, first down the columns, then along the rows.
 *
 * <p>Gives the very values of the engine's own pooling in a fraction of its time. Not for
 * differentiation: at ties the engine gives the gradient to one winner, a maximum shares it.
 */
final class SeparableMaxPool {

  private static final int ROWS = 2;
  private static final int COLUMNS = 3;

  private SeparableMaxPool() {}

  /**
   * @param x [batch, channel, row, column]
   * @return the maximum of each window; padding counts as minus infinity
   */
  static NDArray apply(final NDArray x, final SlidingWindow window) {
    final int height = (int) x.getShape().get(ROWS);
    final RowPadding rows =
        new RowPadding(window.before(height), Math.max(0, window.after(height)));
    return apply(x, window, rows, window.outputs(height));
  }

  /** The same for some of a picture's rows, as many windows as fit. */
  static NDArray apply(final NDArray x, final SlidingWindow window, final RowPadding rows) {
    final int seen = (int) x.getShape().get(ROWS) + rows.top() + rows.bottom();
    return apply(x, window, rows, (seen - window.kernel()) / window.stride() + 1);
  }

  private static NDArray apply(
      final NDArray x, final SlidingWindow window, final RowPadding rows, final int outputs) {
    final int width = (int) x.getShape().get(COLUMNS);
    final Shape around =
        new Shape(
            window.before(width), Math.max(0, window.after(width)), rows.top(), rows.bottom());
    final boolean bare = allZero(around);
    final NDArray padded = bare ? x : x.pad(around, Float.NEGATIVE_INFINITY);
    try (NDArray down = along(padded, ROWS, window, outputs)) {
      return along(down, COLUMNS, window, window.outputs(width));
    } finally {
      if (padded != x) {
        padded.close();
      }
    }
  }

  private static boolean allZero(final Shape shape) {
    return Arrays.stream(shape.getShape()).allMatch(length -> length == 0);
  }

  private static NDArray along(
      final NDArray x, final int axis, final SlidingWindow window, final int outputs) {
    NDArray largest = shifted(x, axis, 0, window, outputs);
    for (int shift = 1; shift < window.kernel(); shift++) {
      try (NDArray smaller = largest;
          NDArray other = shifted(x, axis, shift, window, outputs)) {
        largest = smaller.maximum(other);
      }
    }
    return largest;
  }

  private static NDArray shifted(
      final NDArray x,
      final int axis,
      final int shift,
      final SlidingWindow window,
      final int outputs) {
    final NDIndex index = new NDIndex();
    for (int i = 0; i < axis; i++) {
      index.addAllDim();
    }
    final int end = shift + (outputs - 1) * window.stride() + 1;
    return x.get(index.addSliceDim(shift, end, window.stride()).addEllipseDim());
  }
}
