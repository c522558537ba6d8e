package io.github.inceptionlens.network.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.geometry.Padding;
import io.github.inceptionlens.core.geometry.SlidingWindow;

/**
 * An input made ready for an operation that knows only symmetric padding: the remaining padding is
 * left to the operation where it can do it, and laid around the input where not.
 *
 * @param x the input, perhaps with explicit padding
 * @param top the symmetric padding of rows that the operation still has to add
 * @param left the same of columns
 * @param ceil whether the operation must count a last, incomplete window
 */
record PaddedInput(NDArray x, int top, int left, boolean ceil) {

  /**
   * @param value what explicit padding is filled with
   * @param pool whether the operation is a pool, which can round up
   */
  static PaddedInput of(
      final NDArray x, final SlidingWindow window, final double value, final boolean pool) {
    final int width = (int) x.getShape().get(3);
    final int height = (int) x.getShape().get(2);
    final int left = window.before(width);
    final boolean same = left == window.before(height);
    if (same && fits(window, width, left, false) && fits(window, height, left, false)) {
      return new PaddedInput(x, left, left, false);
    }
    if (same && pool && fits(window, width, left, true) && fits(window, height, left, true)) {
      return new PaddedInput(x, left, left, true);
    }
    final Shape around =
        new Shape(
            left,
            Math.max(0, window.after(width)),
            window.before(height),
            Math.max(0, window.after(height)));
    return new PaddedInput(x.pad(around, value), 0, 0, false);
  }

  /**
   * The same for some of a picture's rows, which have their own padding above and below.
   *
   * @param x [batch, channel, row, column], the rows that the windows see
   */
  static PaddedInput ofRows(
      final NDArray x, final SlidingWindow window, final RowPadding rows, final double value) {
    final int width = (int) x.getShape().get(3);
    final int left = window.before(width);
    if (rows.equals(RowPadding.NONE) && fits(window, width, left, false)) {
      return new PaddedInput(x, 0, left, false);
    }
    final Shape around =
        new Shape(left, Math.max(0, window.after(width)), rows.top(), rows.bottom());
    return new PaddedInput(x.pad(around, value), 0, 0, false);
  }

  private static boolean fits(
      final SlidingWindow window, final int size, final int pad, final boolean ceil) {
    final Padding.Fixed symmetric = new Padding.Fixed(pad, ceil);
    return symmetric.outputs(size, window.kernel(), window.stride()) == window.outputs(size);
  }

  /** The padding that the operation still has to add, as the engine wants it. */
  Shape shape() {
    return new Shape(top, left);
  }

  /** Frees the explicitly padded copy, if one was made. */
  void release(final NDArray original) {
    if (x != original) {
      x.close();
    }
  }
}
