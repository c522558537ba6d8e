package io.github.inceptionlens.core.target;

/** How numbers and texts are written in target expressions. */
final class Notation {

  private static final double WHOLE = 1e15;

  private Notation() {}

  /** The shortest text that reads as the same number. */
  static String number(final double value) {
    final boolean whole = value == Math.rint(value) && Math.abs(value) < WHOLE;
    return whole ? String.valueOf((long) value) : String.valueOf(value);
  }

  /** The text in single quotes, its own single quotes doubled. */
  static String quoted(final String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
