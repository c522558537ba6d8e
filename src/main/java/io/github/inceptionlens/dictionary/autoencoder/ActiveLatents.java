package io.github.inceptionlens.dictionary.autoencoder;

import java.util.Arrays;

/**
 * What of a place's latents is active.
 *
 * @param entries their numbers, ascending
 * @param values their strengths, above 0
 */
public record ActiveLatents(int[] entries, float[] values) {

  private static final ActiveLatents NONE = new ActiveLatents(new int[0], new float[0]);

  /** How many. */
  public int count() {
    return entries.length;
  }

  /** Those above a threshold, which is 0 or more. */
  public static ActiveLatents above(
      final float[] strengths, final int start, final int count, final float threshold) {
    final int[] entries = new int[count];
    int found = 0;
    for (int entry = 0; entry < count; entry++) {
      if (strengths[start + entry] > threshold) {
        entries[found++] = entry;
      }
    }
    return of(strengths, start, Arrays.copyOf(entries, found));
  }

  /** The named ones, which are positive. */
  public static ActiveLatents of(final float[] strengths, final int start, final int[] entries) {
    final float[] values = new float[entries.length];
    for (int i = 0; i < entries.length; i++) {
      values[i] = strengths[start + entries[i]];
    }
    return new ActiveLatents(entries, values);
  }

  /**
   * The k largest positive ones among some; of equal ones those with the lower numbers.
   *
   * @param among ascending
   */
  public static ActiveLatents largest(
      final float[] strengths, final int start, final int[] among, final int k) {
    if (k == 0) {
      return NONE;
    }
    final Largest kept = new Largest(k);
    for (final int entry : among) {
      final float value = strengths[start + entry];
      if (value > kept.least) {
        kept.add(entry, value);
      }
    }
    return of(strengths, start, kept.entries());
  }

  /** A heap of the largest values, the least one (of equal ones the last) at its root. */
  private static final class Largest {

    private final int[] entries;
    private final float[] values;
    private int size;
    private float least;

    Largest(final int most) {
      entries = new int[most];
      values = new float[most];
    }

    void add(final int entry, final float value) {
      if (size < entries.length) {
        rise(size++, entry, value);
      } else {
        sink(entry, value);
      }
      least = size < entries.length ? 0 : values[0];
    }

    private void rise(final int from, final int entry, final float value) {
      int at = from;
      while (at > 0 && isLess(value, entry, (at - 1) / 2)) {
        put(at, entries[(at - 1) / 2], values[(at - 1) / 2]);
        at = (at - 1) / 2;
      }
      put(at, entry, value);
    }

    private void sink(final int entry, final float value) {
      int at = 0;
      while (2 * at + 1 < size) {
        int child = 2 * at + 1;
        if (child + 1 < size && isLess(values[child + 1], entries[child + 1], child)) {
          child++;
        }
        if (isLess(value, entry, child)) {
          break;
        }
        put(at, entries[child], values[child]);
        at = child;
      }
      put(at, entry, value);
    }

    private boolean isLess(final float value, final int entry, final int other) {
      return value < values[other] || value == values[other] && entry > entries[other];
    }

    private void put(final int at, final int entry, final float value) {
      entries[at] = entry;
      values[at] = value;
    }

    int[] entries() {
      final int[] kept = Arrays.copyOf(entries, size);
      Arrays.sort(kept);
      return kept;
    }
  }
}
