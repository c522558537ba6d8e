package io.github.inceptionlens.collection.scan;

import java.util.Locale;
import java.util.function.LongSupplier;

/** How far a call of a scan is, and how many pictures it looks at in a second. */
final class ScanPace {

  private static final double NANOS = 1e9;
  private static final double FIRST_SECONDS = 1;
  private static final double SLOW = 10;

  private final int before;
  private final double from;
  private final LongSupplier clock;
  private final long start;

  private double done;

  /**
   * @param before how many pictures were done before
   * @param from the part of the collection that they are
   * @param clock nanoseconds
   */
  ScanPace(final int before, final double from, final LongSupplier clock) {
    this.before = before;
    this.from = from;
    this.clock = clock;
    start = clock.getAsLong();
    done = from;
  }

  /** Takes note of the part of the collection that is done. */
  void at(final double fraction) {
    done = fraction;
  }

  /** The part that is done of what this call has to do, so that the time left can be told by it. */
  double fraction() {
    return from < 1 ? (done - from) / (1 - from) : 1;
  }

  /**
   * What is being done.
   *
   * @param pictures how many are done by now
   */
  String words(final int pictures) {
    final double seconds = (clock.getAsLong() - start) / NANOS;
    final String done = String.format(Locale.ROOT, "%,d pictures", pictures);
    if (seconds < FIRST_SECONDS || pictures == before) {
      return done + " ...";
    }
    final double rate = (pictures - before) / seconds;
    return String.format(Locale.ROOT, rate < SLOW ? "%s, %.1f/s" : "%s, %.0f/s", done, rate);
  }
}
