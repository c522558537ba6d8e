package io.github.inceptionlens.activation.statistics;

import java.util.Arrays;

/**
 * How often values of each size were seen, in bins no wider than 1/128 of the value: a float's
 * sign, exponent and first seven bits. Values below 2^-20 in size count as 0. The order of the
 * values does not matter, and histograms can be added to each other, both exactly.
 */
public final class ValueHistogram {

  private static final int DROPPED_BITS = 16;

  /** Room is made for so many bins at a time, from a multiple of it on, whatever came first. */
  private static final int BLOCK = 64;

  private static final float LEAST = 0x1p-20f;
  private static final int FIRST_KEY = Float.floatToRawIntBits(LEAST) >>> DROPPED_BITS;

  private final Side negative = new Side();
  private final Side positive = new Side();
  private long zeros;

  /** The bins of values of one sign, by size; grows as need be. */
  private static final class Side {

    private int first;
    private long[] counts = new long[0];

    void add(final int bin, final long count) {
      require(bin);
      counts[bin - first] += count;
    }

    private void require(final int bin) {
      final int start = bin - bin % BLOCK;
      if (counts.length == 0) {
        first = start;
        counts = new long[BLOCK];
      } else if (bin < first) {
        final long[] larger = new long[first - start + counts.length];
        System.arraycopy(counts, 0, larger, first - start, counts.length);
        first = start;
        counts = larger;
      } else if (bin >= first + counts.length) {
        counts = Arrays.copyOf(counts, start + BLOCK - first);
      }
    }

    void add(final Side other) {
      for (int i = 0; i < other.counts.length; i++) {
        if (other.counts[i] > 0) {
          add(other.first + i, other.counts[i]);
        }
      }
    }

    long size() {
      return Arrays.stream(counts).sum();
    }

    /** The middle of the bin at an index. */
    double value(final int index) {
      final int key = FIRST_KEY + first + index;
      final float low = Float.intBitsToFloat(key << DROPPED_BITS);
      final float high = Float.intBitsToFloat((key + 1) << DROPPED_BITS);
      return Float.isFinite(high) ? (low + (double) high) / 2 : low;
    }
  }

  /** Takes a bin. */
  @FunctionalInterface
  public interface Bins {

    /**
     * @param value the middle of the bin
     * @param count how many values lie in it, above 0
     */
    void accept(double value, long count);
  }

  /**
   * Counts a value.
   *
   * @param value finite
   */
  public void add(final float value) {
    add(value, 1);
  }

  /** Counts a value several times. */
  public void add(final float value, final long count) {
    final int bin = bin(value);
    if (bin == 0) {
      zeros += count;
    } else {
      (bin < 0 ? negative : positive).add(Math.abs(bin) - 1, count);
    }
  }

  /**
   * The bin of a value: 0 for values that count as 0, one more for each next larger one, one less
   * for each next smaller one.
   *
   * @param value finite
   */
  public static int bin(final float value) {
    final float size = Math.abs(value);
    if (size < LEAST) {
      return 0;
    }
    final int bin = (Float.floatToRawIntBits(size) >>> DROPPED_BITS) - FIRST_KEY + 1;
    return value < 0 ? -bin : bin;
  }

  /** Adds all that another one counted. */
  public void add(final ValueHistogram other) {
    negative.add(other.negative);
    positive.add(other.positive);
    zeros += other.zeros;
  }

  /** How many values were counted. */
  public long size() {
    return negative.size() + zeros + positive.size();
  }

  /** Shows every bin that holds a value, ascending. */
  public void forEach(final Bins bins) {
    for (int i = negative.counts.length - 1; i >= 0; i--) {
      if (negative.counts[i] > 0) {
        bins.accept(-negative.value(i), negative.counts[i]);
      }
    }
    if (zeros > 0) {
      bins.accept(0, zeros);
    }
    for (int i = 0; i < positive.counts.length; i++) {
      if (positive.counts[i] > 0) {
        bins.accept(positive.value(i), positive.counts[i]);
      }
    }
  }

  /**
   * How many values lie in each of some bins of one width.
   *
   * @param least where the first bin begins
   * @param largest where the last one ends, above {@code least}; values beyond count in the last,
   *     and those below in the first
   */
  public long[] counts(final double least, final double largest, final int bins) {
    final long[] counts = new long[bins];
    forEach(
        (value, count) -> {
          final double bin = (value - least) / (largest - least) * bins;
          counts[(int) Math.max(0, Math.min(bins - 1, bin))] += count;
        });
    return counts;
  }

  /**
   * The value below which a part of the values lies, by the middle of its bin: within 0.4 % of the
   * value.
   *
   * @param part 0 to 1
   * @return NaN where nothing was counted
   */
  public double quantile(final double part) {
    final double rank = part * (size() - 1);
    final double[] found = {Double.NaN};
    final long[] below = {0};
    forEach(
        (value, count) -> {
          if (below[0] <= rank) {
            found[0] = value;
          }
          below[0] += count;
        });
    return found[0];
  }
}
