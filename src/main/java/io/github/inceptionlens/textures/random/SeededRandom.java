package io.github.inceptionlens.textures.random;

import java.util.SplittableRandom;

/**
 * Random numbers that are the same on every machine: SplitMix64's bits, turned into numbers by
 * exact arithmetic only.
 */
public final class SeededRandom {

  private static final double TWO_TO_53 = 1L << 53;
  private static final double NORMAL_SCALE = StrictMath.sqrt(3) / 65536;
  private static final double MANY = 24;

  private final long start;
  private final SplittableRandom bits;

  /** Dice of their own for one of the things that a seed decides. */
  public SeededRandom(final long seed, final String purpose) {
    this(new SplittableRandom(seed).nextLong() ^ purpose.hashCode());
  }

  private SeededRandom(final long start) {
    this.start = start;
    bits = new SplittableRandom(start);
  }

  /** Dice of their own for one of many places, whatever was drawn here or for another place. */
  public SeededRandom at(final long place) {
    return new SeededRandom(new SplittableRandom(start + place).nextLong());
  }

  /** A number in [0, 1). */
  public double unit() {
    return (bits.nextLong() >>> 11) / TWO_TO_53;
  }

  /** A number in [low, high). */
  public double between(final double low, final double high) {
    return low + (high - low) * unit();
  }

  /** A number in (-range, range). */
  public double around(final double range) {
    return between(-range, range);
  }

  /** An integer in [0, bound). */
  public int below(final int bound) {
    return (int) (unit() * bound);
  }

  public boolean chance(final double probability) {
    return unit() < probability;
  }

  /** A nearly normal number of mean 0 and deviation 1: the sum of four uniform ones. */
  public double normal() {
    final long word = bits.nextLong();
    final long sum =
        (word & 0xffff) + (word >>> 16 & 0xffff) + (word >>> 32 & 0xffff) + (word >>> 48);
    return (sum - 2 * 65535) * NORMAL_SCALE;
  }

  /** A Poisson count; past a mean of 24 its normal approximation. */
  public double poisson(final double mean) {
    if (mean > MANY) {
      return Math.max(0, mean + Math.sqrt(mean) * normal());
    }
    final double sample = unit();
    double probability = ExactTrigonometry.decay(mean);
    double cumulated = probability;
    int count = 0;
    while (sample > cumulated && count < 4 * MANY) {
      count++;
      probability *= mean / count;
      cumulated += probability;
    }
    return count;
  }
}
