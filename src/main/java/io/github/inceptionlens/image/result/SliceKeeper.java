package io.github.inceptionlens.image.result;

import ij.ImageStack;

/** Keeps the slices of a result, which come one by one. */
public interface SliceKeeper {

  /**
   * Keeps the next slice.
   *
   * @throws io.github.inceptionlens.core.UserError when that is not possible
   */
  void keep(ResultSlice slice);

  /** All slices that were kept, with their labels. */
  ImageStack stack();

  /** Keeps slices in Java's memory; their planes are shared. */
  static SliceKeeper inMemory(final int width, final int height) {
    final ImageStack stack = new ImageStack(width, height);
    return new SliceKeeper() {
      @Override
      public void keep(final ResultSlice slice) {
        stack.addSlice(slice.label(), slice.plane());
      }

      @Override
      public ImageStack stack() {
        return stack;
      }
    };
  }
}
