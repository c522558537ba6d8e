package io.github.inceptionlens.image.display;

import ij.ImageStack;
import ij.process.ImageProcessor;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;

/**
 * The slices that one picture is made of, kept while its rows are read one after the other: a slice
 * of a virtual stack is read from the disk at every call. What is kept makes room where Java's
 * memory runs out.
 */
public final class HeldSlices {

  private final ImageStack stack;
  private final Map<Integer, SoftReference<ImageProcessor>> held = new HashMap<>();

  /** Nothing is read yet. */
  public HeldSlices(final ImageStack stack) {
    this.stack = stack;
  }

  /**
   * A slice, read unless it is kept.
   *
   * @param slice from 1
   * @return null where it cannot be read
   */
  synchronized ImageProcessor get(final int slice) {
    final SoftReference<ImageProcessor> known = held.get(slice);
    ImageProcessor values = known == null ? null : known.get();
    if (values == null) {
      values = stack.getProcessor(slice);
      held.put(slice, new SoftReference<>(values));
    }
    return values;
  }

  /** Keeps nothing any longer. */
  public synchronized void release() {
    held.clear();
  }
}
