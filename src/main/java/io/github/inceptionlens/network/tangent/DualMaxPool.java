package io.github.inceptionlens.network.tangent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.geometry.SlidingWindow;

/** Max pooling of changes: each window's is that of its largest value, of equal ones the first. */
final class DualMaxPool {

  private static final int ROWS = 2;
  private static final int COLUMNS = 3;

  private final SlidingWindow window;

  DualMaxPool(final SlidingWindow window) {
    this.window = window;
  }

  /** The changes of the maxima. */
  NDArray change(final Dual x) {
    final int height = (int) x.value().getShape().get(ROWS);
    final int width = (int) x.value().getShape().get(COLUMNS);
    final Shape around =
        new Shape(
            window.before(width),
            Math.max(0, window.after(width)),
            window.before(height),
            Math.max(0, window.after(height)));
    try (NDArray value = x.value().pad(around, Float.NEGATIVE_INFINITY);
        NDArray change = x.change().pad(around, 0);
        Dual down = along(new Dual(value, change), ROWS, window.outputs(height))) {
      final Dual both = along(down, COLUMNS, window.outputs(width));
      both.value().close();
      return both.change();
    }
  }

  private Dual along(final Dual x, final int axis, final int outputs) {
    Dual largest = shifted(x, axis, 0, outputs);
    for (int shift = 1; shift < window.kernel(); shift++) {
      try (Dual one = largest;
          Dual other = shifted(x, axis, shift, outputs)) {
        largest = larger(one, other);
      }
    }
    return largest;
  }

  private static Dual larger(final Dual one, final Dual other) {
    try (NDArray isLarger = other.value().gt(one.value());
        NDArray mask = isLarger.toType(DataType.FLOAT32, false);
        NDArray difference = other.change().sub(one.change());
        NDArray step = difference.mul(mask)) {
      return new Dual(one.value().maximum(other.value()), one.change().add(step));
    }
  }

  private Dual shifted(final Dual x, final int axis, final int shift, final int outputs) {
    return new Dual(
        shifted(x.value(), axis, shift, outputs), shifted(x.change(), axis, shift, outputs));
  }

  private NDArray shifted(final NDArray x, final int axis, final int shift, final int outputs) {
    final NDIndex index = new NDIndex();
    for (int i = 0; i < axis; i++) {
      index.addAllDim();
    }
    final int end = shift + (outputs - 1) * window.stride() + 1;
    return x.get(index.addSliceDim(shift, end, window.stride()).addEllipseDim());
  }
}
