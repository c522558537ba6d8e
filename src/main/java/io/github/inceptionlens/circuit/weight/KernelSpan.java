package io.github.inceptionlens.circuit.weight;

import io.github.inceptionlens.core.geometry.SlidingWindow;

/**
 * Which places of a lower layer kernels of a higher one reach, along an axis: of the unit at place
 * {@code p} above those from {@code stride * p + first} on.
 *
 * @param first the first place, counted from {@code stride} times the place of the unit above
 * @param size how many there are
 * @param stride how many places of the layer below lie from one place above to the next
 */
public record KernelSpan(int first, int size, int stride) {

  /** A unit's own place. */
  static final KernelSpan PLACE = new KernelSpan(0, 1, 1);

  /** An even length, on which TensorFlow's padding is that of usual pictures. */
  static final int USUAL = 1 << 10;

  /** The places that are reached below a window. */
  KernelSpan below(final SlidingWindow window) {
    return below(window, USUAL);
  }

  /**
   * The same.
   *
   * @param length of the axis below, on which the padding can depend
   */
  KernelSpan below(final SlidingWindow window, final int length) {
    return new KernelSpan(
        first * window.stride() - window.before(length),
        (size - 1) * window.stride() + window.kernel(),
        stride * window.stride());
  }

  /** The places of this and of another one. */
  KernelSpan and(final KernelSpan other) {
    final int from = Math.min(first, other.first);
    final int end = Math.max(first + size, other.first + other.size);
    return new KernelSpan(from, end - from, stride);
  }

  /** How many places there are in the plane. */
  public int area() {
    return size * size;
  }
}
