package io.github.inceptionlens.command;

import io.github.inceptionlens.core.UserError;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The options of a macro line, {@code key=value key=[a value] flag}, in ImageJ's own notation.
 *
 * <p>A value with spaces stands in brackets, which nest, or in single quotes. {@code key=&name}
 * takes the macro's variable. A key counts without case and stands at most once; a bare key has no
 * value.
 */
public final class OptionString {

  private final String text;
  private final Function<String, Optional<String>> variables;
  private final Map<String, Optional<String>> options = new LinkedHashMap<>();
  private int at;

  private OptionString(final String text, final Function<String, Optional<String>> variables) {
    this.text = text;
    this.variables = variables;
  }

  /**
   * The options in the order in which they stand, by lower-case key.
   *
   * @param text the options as ImageJ hands them over
   * @param variables the value of a macro variable, by its name
   * @throws UserError when the text cannot be read without guessing
   */
  public static Map<String, Optional<String>> parse(
      final String text, final Function<String, Optional<String>> variables) {
    final OptionString parser = new OptionString(text, variables);
    while (parser.skipSpaces()) {
      parser.readOption();
    }
    return parser.options;
  }

  /**
   * The text that {@link #parse} reads as the given options.
   *
   * @throws UserError when a value cannot be written in a macro
   */
  public static String format(final Map<String, Optional<String>> options) {
    return options.entrySet().stream()
        .map(e -> e.getKey() + e.getValue().map(v -> "=" + quoted(e.getKey(), v)).orElse(""))
        .collect(Collectors.joining(" "));
  }

  private boolean skipSpaces() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length();
  }

  private void readOption() {
    final String key = readKey();
    final Optional<String> value;
    if (at < text.length() && text.charAt(at) == '=') {
      at++;
      value = Optional.of(readValue(key));
    } else {
      value = Optional.empty();
    }
    if (options.putIfAbsent(key, value) != null) {
      throw new UserError("The key " + key + " is given twice: give it once.");
    }
  }

  private String readKey() {
    final int start = at;
    while (at < text.length() && text.charAt(at) != '=' && text.charAt(at) != ' ') {
      at++;
    }
    if (at == start) {
      throw new UserError("There is no key before \"" + text.substring(start).trim() + "\".");
    }
    return text.substring(start, at).toLowerCase(Locale.ROOT);
  }

  private String readValue(final String key) {
    final char first = at < text.length() ? text.charAt(at) : ' ';
    return switch (first) {
      case '[' -> literalOrVariable(readEnclosed(key, closingBracket()));
      case '\'' -> readEnclosed(key, text.indexOf('\'', at + 1));
      default -> bareOrVariable(key, readBare());
    };
  }

  private String readBare() {
    final int space = text.indexOf(' ', at);
    final int start = at;
    at = space < 0 ? text.length() : space;
    return text.substring(start, at);
  }

  private String readEnclosed(final String key, final int close) {
    if (close < 0) {
      throw new UserError(
          "The value of " + key + " is not closed: " + text.substring(at).trim() + ".");
    }
    final String value = text.substring(at + 1, close);
    at = close + 1;
    if (at < text.length() && text.charAt(at) != ' ') {
      throw new UserError(
          "After the value of " + key + " a space is missing: " + text.substring(at).trim() + ".");
    }
    return value;
  }

  private int closingBracket() {
    int depth = 0;
    for (int i = at; i < text.length(); i++) {
      final char c = text.charAt(i);
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private String literalOrVariable(final String value) {
    return value.startsWith("&") ? variables.apply(value.substring(1)).orElse(value) : value;
  }

  private String bareOrVariable(final String key, final String value) {
    if (!value.startsWith("&")) {
      return value;
    }
    return variables
        .apply(value.substring(1))
        .orElseThrow(
            () ->
                new UserError(
                    "The value of "
                        + key
                        + " is "
                        + value
                        + ", but the macro has no variable "
                        + value.substring(1)
                        + "."));
  }

  private static String quoted(final String key, final String value) {
    if (!value.isEmpty() && value.indexOf(' ') < 0 && "['&".indexOf(value.charAt(0)) < 0) {
      return value;
    }
    if (isBalanced(value)) {
      return "[" + value + "]";
    }
    if (value.indexOf('\'') < 0) {
      return "'" + value + "'";
    }
    throw new UserError(
        "The value of "
            + key
            + " cannot be written in a macro, for its brackets do not match: "
            + value
            + ".");
  }

  private static boolean isBalanced(final String value) {
    int depth = 0;
    for (final char c : value.toCharArray()) {
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (depth < 0) {
        return false;
      }
    }
    return depth == 0;
  }
}
