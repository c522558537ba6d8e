package io.github.inceptionlens;

import java.util.Arrays;

/** Ratios of the medians of alternating runs, for benchmarks on computers that others use, too. */
public final class Ratios {

  private static final int ROUNDS = 9;

  private Ratios() {}

  /** Prints the ratio of the medians and both. */
  public static void print(final String what, final Runnable method, final Runnable pass) {
    final double[] ours = new double[ROUNDS];
    final double[] theirs = new double[ROUNDS];
    for (int round = -2; round < ROUNDS; round++) {
      final double a = seconds(method);
      final double b = seconds(pass);
      if (round >= 0) {
        ours[round] = a;
        theirs[round] = b;
      }
    }
    System.out.printf(
        "%s: %.2f (%.3f s and %.3f s)%n",
        what, median(ours) / median(theirs), median(ours), median(theirs));
  }

  /** How long a run takes. */
  public static double seconds(final Runnable run) {
    final long start = System.nanoTime();
    run.run();
    return (System.nanoTime() - start) / 1e9;
  }

  /** The middle one. */
  public static double median(final double[] values) {
    final double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
