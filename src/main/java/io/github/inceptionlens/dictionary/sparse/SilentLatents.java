package io.github.inceptionlens.dictionary.sparse;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which latents were active nowhere for long: for two epochs, or a tenth of the training where that
 * is shorter.
 *
 * @param last the step at which each was active last, as a number that a tensor holds; 0 for never
 * @param patience so many steps a latent may be silent
 */
record SilentLatents(float[] last, int patience) {

  private static final int EPOCHS = 2;
  private static final int TENTHS = 10;

  static SilentLatents of(final SparseRequest request, final int vectors) {
    final long epochs = ((long) EPOCHS * vectors + request.batch() - 1) / request.batch();
    final long patience = Math.max(1, Math.min(epochs, request.steps() / TENTHS));
    return new SilentLatents(new float[request.size()], (int) patience);
  }

  /**
   * Takes down who was active.
   *
   * @param counts how often each was
   * @param step from 1
   */
  void saw(final int[] counts, final int step) {
    for (int entry = 0; entry < counts.length; entry++) {
      last[entry] = counts[entry] > 0 ? step : last[entry];
    }
  }

  /** The silent ones after so many steps, ascending. */
  int[] after(final int steps) {
    return IntStream.range(0, last.length)
        .filter(entry -> steps - last[entry] > patience)
        .toArray();
  }

  /** Takes over what was kept. */
  void restore(final float[] kept) {
    System.arraycopy(kept, 0, last, 0, Math.min(kept.length, last.length));
  }

  /** A copy of what is to be kept. */
  float[] kept() {
    return Arrays.copyOf(last, last.length);
  }
}
