package io.github.inceptionlens.core.target;

import io.github.inceptionlens.core.UserError;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a target expression, one after another, spaces skipped. */
final class TargetScanner {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_/]*");
  private static final Pattern NUMBER =
      Pattern.compile("(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");
  private static final Pattern INDEX = Pattern.compile("\\d{1,9}(?![\\d.])");
  private static final Pattern QUOTED = Pattern.compile("'((?:[^']|'')*+)'|\"([^\"]*)\"");

  private final String text;
  private int position;

  TargetScanner(final String text) {
    this.text = text;
  }

  /** The column of the next word or sign, from 1. */
  int column() {
    skipSpaces();
    return position + 1;
  }

  boolean atEnd() {
    skipSpaces();
    return position == text.length();
  }

  boolean sees(final char sign) {
    return !atEnd() && text.charAt(position) == sign;
  }

  boolean seesQuote() {
    return sees('\'') || sees('"');
  }

  boolean seesNumber() {
    return matcher(NUMBER).lookingAt();
  }

  boolean takes(final char sign) {
    final boolean seen = sees(sign);
    if (seen) {
      position++;
    }
    return seen;
  }

  void needs(final char sign, final String expected) {
    if (!takes(sign)) {
      throw expected(expected);
    }
  }

  String name(final String expected) {
    return matched(NAME, expected).group();
  }

  void word(final String word, final String expected) {
    final int column = column();
    if (!name(expected).equals(word)) {
      throw expected(column, expected);
    }
  }

  /** A whole number of at most nine digits. */
  int index(final String expected) {
    return Integer.parseInt(matched(INDEX, expected).group());
  }

  double number() {
    final int column = column();
    final double number = Double.parseDouble(matched(NUMBER, "a number").group());
    if (Double.isInfinite(number)) {
      throw expected(column, "a number of ordinary size");
    }
    return number;
  }

  /** The text between quotes. */
  String quoted() {
    final Matcher quoted = matched(QUOTED, "a text with a closing quote");
    return quoted.group(1) == null ? quoted.group(2) : quoted.group(1).replace("''", "'");
  }

  UserError expected(final String what) {
    return expected(column(), what);
  }

  UserError expected(final int column, final String what) {
    final String found =
        column > text.length() ? "it ends" : "it has \"" + text.charAt(column - 1) + "\"";
    return new UserError(
        String.format(
            Locale.ROOT,
            "target is \"%s\", but at column %d, where %s, this was expected: %s",
            text,
            column,
            found,
            what));
  }

  private Matcher matched(final Pattern pattern, final String expected) {
    final Matcher matcher = matcher(pattern);
    if (!matcher.lookingAt()) {
      throw expected(expected);
    }
    position = matcher.end();
    return matcher;
  }

  private Matcher matcher(final Pattern pattern) {
    skipSpaces();
    return pattern.matcher(text).region(position, text.length());
  }

  private void skipSpaces() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }
}
