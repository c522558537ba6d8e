package io.github.inceptionlens.core;

import java.util.Locale;

/** Java's memory, asked before large images and maps are made. */
public final class HeapCheck {

  private static final long MEGABYTE = 1 << 20;

  private HeapCheck() {}

  /**
   * Refuses work for which Java's memory is too small.
   *
   * @param bytes what the work needs
   * @param what what needs it, for the message
   * @param remedy how to need less
   * @throws UserError with both numbers and the remedy
   */
  public static void require(final long bytes, final String what, final String remedy) {
    if (!holds(bytes)) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s needs %d MB, but Java has %d MB left: %s, or give Java more memory (Edit >"
                  + " Options > Memory & Threads...)",
              what,
              bytes / MEGABYTE + 1,
              left(),
              remedy));
    }
  }

  /** Whether so many bytes find room in Java's memory. */
  public static boolean holds(final long bytes) {
    if (bytes > free()) {
      System.gc();
    }
    return bytes <= free();
  }

  /**
   * How many of some things of one size find room at once in half of what is left of Java's memory.
   *
   * @param wanted how many there are, at least 1
   * @return from 1 to that number
   */
  public static int atOnce(final long bytes, final int wanted) {
    return holds(2 * bytes * wanted)
        ? wanted
        : (int) Math.max(1, Math.min(wanted, free() / (2 * bytes)));
  }

  /** What is left of Java's memory, in MB. */
  public static long left() {
    return free() / MEGABYTE;
  }

  private static long free() {
    final Runtime java = Runtime.getRuntime();
    return java.maxMemory() - java.totalMemory() + java.freeMemory();
  }
}
