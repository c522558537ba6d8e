package io.github.inceptionlens.core.geometry;

/**
 * How a window is laid over an axis: Caffe's explicit padding with rounding down (convolutions) or
 * up (pools), or TensorFlow's SAME.
 *
 * @see <a href="https://arxiv.org/abs/1603.07285">A guide to convolution arithmetic</a>
 */
public sealed interface Padding {

  /**
   * The number of window positions along an axis; zero or less where none fits.
   *
   * @param size the axis's length
   * @param kernel the window's length
   * @param stride the window's step
   */
  int outputs(int size, int kernel, int stride);

  /** The padded elements before the first one, for the same arguments. */
  int before(int size, int kernel, int stride);

  /** The padded elements after the last one; negative where elements stay unread. */
  default int after(final int size, final int kernel, final int stride) {
    final int covered = (outputs(size, kernel, stride) - 1) * stride + kernel;
    return covered - size - before(size, kernel, stride);
  }

  /**
   * The same padding on both sides.
   *
   * @param pad elements on each side
   * @param ceil whether a last, incomplete window counts (Caffe's pools)
   */
  record Fixed(int pad, boolean ceil) implements Padding {
    @Override
    public int outputs(final int size, final int kernel, final int stride) {
      final int room = size + 2 * pad - kernel;
      final int outputs = Math.floorDiv(ceil ? room + stride - 1 : room, stride) + 1;
      final boolean lastStartsInPadding = ceil && (outputs - 1) * stride >= size + pad;
      return lastStartsInPadding ? outputs - 1 : outputs;
    }

    @Override
    public int before(final int size, final int kernel, final int stride) {
      return pad;
    }
  }

  /** TensorFlow's SAME: ⌈size/stride⌉ outputs, the odd element of padding at the end. */
  record Same() implements Padding {
    @Override
    public int outputs(final int size, final int kernel, final int stride) {
      return (size + stride - 1) / stride;
    }

    @Override
    public int before(final int size, final int kernel, final int stride) {
      final int total = (outputs(size, kernel, stride) - 1) * stride + kernel - size;
      return Math.max(total, 0) / 2;
    }
  }
}
