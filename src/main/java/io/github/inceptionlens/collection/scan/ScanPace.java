package io.github.inceptionlens.collection.scan;

import java.util.Locale;

/** How many pictures a scan looks at in a second, in words. */
final class ScanPace {

  private static final double NANOS = 1e9;
  private static final double FIRST_SECONDS = 1;
  private static final double SLOW = 10;

  private final int before;
  private final long start = System.nanoTime();

  /**
   * @param before how many pictures were done before
   */
  ScanPace(final int before) {
    this.before = before;
  }

  /**
   * What is being done.
   *
   * @param pictures how many are done by now
   */
  String words(final int pictures) {
    final double seconds = (System.nanoTime() - start) / NANOS;
    final String done = String.format(Locale.ROOT, "%,d pictures", pictures);
    if (seconds < FIRST_SECONDS || pictures == before) {
      return done + " ...";
    }
    final double rate = (pictures - before) / seconds;
    return String.format(Locale.ROOT, rate < SLOW ? "%s, %.1f/s" : "%s, %.0f/s", done, rate);
  }
}
