package io.github.inceptionlens.ij1;

import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How long a work will still take if it goes on as it went so far, since it last said that nothing
 * is done yet: what starts and loads before the first part says nothing of the others.
 */
final class TimeLeft {

  private static final double NANOS = 1e9;
  private static final double SECONDS_PER_MINUTE = 60;

  /** Before, nobody can tell. */
  private static final double FIRST_SECONDS = 3;

  private static final double FIRST_FRACTION = 0.02;

  private final LongSupplier clock;
  private volatile long start;

  /**
   * @param clock nanoseconds
   */
  TimeLeft(final LongSupplier clock) {
    this.clock = clock;
    start = clock.getAsLong();
  }

  /** In words, to be put behind what is being done; empty where it cannot be told yet. */
  String words(final double fraction) {
    if (fraction <= 0) {
      start = clock.getAsLong();
    }
    final double seconds = (clock.getAsLong() - start) / NANOS;
    if (seconds < FIRST_SECONDS || fraction < FIRST_FRACTION || fraction >= 1) {
      return "";
    }
    final double left = seconds * (1 - fraction) / fraction;
    return left < SECONDS_PER_MINUTE
        ? String.format(Locale.ROOT, " (about %.0f s left)", Math.max(1, left))
        : String.format(Locale.ROOT, " (about %.0f min left)", left / SECONDS_PER_MINUTE);
  }
}
