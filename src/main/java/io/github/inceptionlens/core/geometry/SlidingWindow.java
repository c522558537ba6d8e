package io.github.inceptionlens.core.geometry;

/**
 * A square sliding window, of a convolution or a pool, as it acts on one axis.
 *
 * @param kernel the window's length
 * @param stride the window's step
 * @param padding what happens at the borders
 */
public record SlidingWindow(int kernel, int stride, Padding padding) {

  /** The number of positions along an axis of the given length; zero or less where none fits. */
  public int outputs(final int size) {
    return padding.outputs(size, kernel, stride);
  }

  /** The padding before the first element of an axis of the given length. */
  public int before(final int size) {
    return padding.before(size, kernel, stride);
  }

  /** The padding after the last element; negative where elements stay unread. */
  public int after(final int size) {
    return padding.after(size, kernel, stride);
  }
}
