package io.github.inceptionlens.website;

import java.util.Locale;

/** Numbers as pages show them. */
final class SiteWords {

  private static final double RARE = 0.001;
  private static final int HUNDRED = 100;

  private SiteWords() {}

  /** Three digits that count. */
  static String value(final double value) {
    return signed(String.format(Locale.ROOT, "%.3g", value));
  }

  /** A part of a whole. */
  static String percent(final double part) {
    if (part > 0 && part < RARE) {
      return signed(String.format(Locale.ROOT, "%.1g %%", HUNDRED * part));
    }
    return String.format(Locale.ROOT, "%.1f", HUNDRED * part).replaceAll("\\.0$", "") + " %";
  }

  /** A whole number. */
  static String count(final long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String signed(final String number) {
    return number.replace('-', '\u2212');
  }
}
