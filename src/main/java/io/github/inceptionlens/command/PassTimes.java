package io.github.inceptionlens.command;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long passes through a network took in this session, so that a dialog can say how long the
 * next ones will take; nothing is guessed before the first.
 */
public final class PassTimes {

  private static final double SECONDS_PER_MINUTE = 60;
  private static final Map<String, Double> SECONDS_PER_PIXEL = new ConcurrentHashMap<>();

  private PassTimes() {}

  /**
   * Remembers a work.
   *
   * @param what what was done and with which network
   * @param pixels of all pictures of all passes
   */
  public static void record(final String what, final double pixels, final double seconds) {
    if (pixels > 0) {
      SECONDS_PER_PIXEL.put(what, seconds / pixels);
    }
  }

  /** The time that the same work will take for so many pixels, in words that end with a comma. */
  public static String words(final String what, final double pixels) {
    return Optional.ofNullable(SECONDS_PER_PIXEL.get(what))
        .map(each -> words(each * pixels) + ", ")
        .orElse("");
  }

  private static String words(final double seconds) {
    return seconds < SECONDS_PER_MINUTE
        ? String.format(Locale.ROOT, "about %.0f s", Math.max(1, seconds))
        : String.format(Locale.ROOT, "about %.0f min", seconds / SECONDS_PER_MINUTE);
  }
}
