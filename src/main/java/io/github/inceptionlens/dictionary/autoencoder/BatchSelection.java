package io.github.inceptionlens.dictionary.autoencoder;

import java.util.Arrays;

/**
 * Which of a batch's strengths are its largest positive ones, found by the digits of their bits in
 * two passes.
 *
 * @param least of those that are kept; 0 where all positive ones are
 * @param equals how many of the ones equal to the least are kept: the first ones
 */
public record BatchSelection(float least, long equals) {

  private static final int LOW_BITS = 15;
  private static final int LOW = (1 << LOW_BITS) - 1;

  /**
   * Finds the largest.
   *
   * @param strengths of which the first {@code count} count
   * @param kept how many are kept at most
   */
  public static BatchSelection of(final float[] strengths, final int count, final long kept) {
    final long[] coarse = new long[1 << (Integer.SIZE - 1 - LOW_BITS)];
    long positive = 0;
    for (int i = 0; i < count; i++) {
      if (strengths[i] > 0) {
        coarse[Float.floatToRawIntBits(strengths[i]) >>> LOW_BITS]++;
        positive++;
      }
    }
    if (positive <= kept) {
      return new BatchSelection(0, 0);
    }
    long left = kept;
    int high = coarse.length - 1;
    while (coarse[high] < left) {
      left -= coarse[high--];
    }
    return fine(strengths, count, high, left);
  }

  private static BatchSelection fine(
      final float[] strengths, final int count, final int high, final long kept) {
    final long[] fine = new long[LOW + 1];
    for (int i = 0; i < count; i++) {
      final int bits = Float.floatToRawIntBits(strengths[i]);
      if (strengths[i] > 0 && bits >>> LOW_BITS == high) {
        fine[bits & LOW]++;
      }
    }
    long left = kept;
    int low = LOW;
    while (fine[low] < left) {
      left -= fine[low--];
    }
    return new BatchSelection(Float.intBitsToFloat(high << LOW_BITS | low), left);
  }

  /** What is kept, row by row. */
  public ActiveLatents[] apply(final float[] strengths, final int rows, final int entries) {
    final ActiveLatents[] active = new ActiveLatents[rows];
    long left = equals;
    for (int row = 0; row < rows; row++) {
      final int start = row * entries;
      final int[] kept = new int[entries];
      int found = 0;
      for (int entry = 0; entry < entries; entry++) {
        final float value = strengths[start + entry];
        if (value > least || value == least && value > 0 && left-- > 0) {
          kept[found++] = entry;
        }
      }
      active[row] = ActiveLatents.of(strengths, start, Arrays.copyOf(kept, found));
    }
    return active;
  }
}
