package io.github.inceptionlens.core;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes sentences fit to be shown, whatever the inputs hold that they echo. */
public final class PrintableText {

  /** How many characters of an input a sentence echoes at most. */
  public static final int MOST = 200;

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");
  private static final Pattern ECHO =
      Pattern.compile("\"[^\"]{" + MOST + ",}\"|\\S{" + MOST + ",}");

  private PrintableText() {}

  /**
   * The sentence without control characters and such that turn the text's direction, and with an
   * ellipsis where a quotation or a word is longer than 200 characters.
   */
  public static String sentence(final String text) {
    return text == null
        ? null
        : ECHO.matcher(CONTROL.matcher(text).replaceAll("\uFFFD"))
            .replaceAll(PrintableText::shortened);
  }

  /**
   * A label as it can stand between quotation marks in a title or a table: control characters and
   * such that turn the text's direction are blanks, as are line ends; double quotation marks become
   * single ones and backslashes slashes.
   */
  public static String label(final String text) {
    return line(text).replace('"', '\'').replace('\\', '/');
  }

  /** A text on one line: control characters and such that turn the text's direction are blanks. */
  public static String line(final String text) {
    return CONTROL.matcher(text).replaceAll(" ").strip();
  }

  private static String shortened(final MatchResult echo) {
    final String text = echo.group();
    final boolean quoted = text.startsWith("\"") && text.endsWith("\"") && text.length() > 1;
    final String inner = quoted ? text.substring(1, text.length() - 1) : text;
    if (inner.length() <= MOST) {
      return Matcher.quoteReplacement(text);
    }
    final String begin = inner.substring(0, MOST - 1) + "\u2026";
    return Matcher.quoteReplacement(quoted ? '"' + begin + '"' : begin);
  }
}
