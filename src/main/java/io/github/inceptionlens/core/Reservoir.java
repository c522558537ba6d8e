package io.github.inceptionlens.core;

import java.util.Random;

/**
 * Which of a series of unknown length are kept: all of them, or so many by chance, each with the
 * same probability.
 *
 * @see <a href="https://doi.org/10.1145/3147.3165">Vitter 1985, algorithm R</a>
 */
public final class Reservoir {

  private final int most;
  private final Random dice;
  private long offered;

  /**
   * @param most how many are kept
   * @param seed what decides which of more are kept
   */
  public Reservoir(final int most, final long seed) {
    this.most = most;
    dice = new Random(seed);
  }

  /**
   * Offers the next one.
   *
   * @return where it is kept, in place of one that was; from {@code most} on where it is not
   */
  public int place() {
    offered++;
    if (offered <= most) {
      return (int) (offered - 1);
    }
    final long place = (long) (dice.nextDouble() * offered);
    return (int) Math.min(most, place);
  }

  /** How many were offered. */
  public long offered() {
    return offered;
  }

  /** How many are kept. */
  public int kept() {
    return (int) Math.min(most, offered);
  }
}
