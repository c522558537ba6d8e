package io.github.inceptionlens.circuit.stimulus;

import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.Csv;
import io.github.inceptionlens.core.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as users write them: a list with commas, and ranges with a step as in ImageJ's Make
 * Substack, {@code 0-345-15}.
 */
public final class NumberList {

  /** How many numbers a list may have. */
  public static final int MOST = 10_000;

  private static final String UNSIGNED = "(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?";
  private static final Pattern NUMBER = Pattern.compile("[+-]?" + UNSIGNED);
  private static final Pattern RANGE =
      Pattern.compile("([+-]?" + UNSIGNED + ")-(" + UNSIGNED + ")-(" + UNSIGNED + ")");
  private static final double NEARLY = 1e-9;

  private NumberList() {}

  /**
   * The numbers in their order, none twice.
   *
   * @param key what they were given for, for sentences
   * @throws UserError when the text has another form, or stands for more than {@value #MOST}
   */
  public static List<Double> parse(final String key, final String text) {
    final List<Double> numbers = new ArrayList<>();
    Choices.list(text, ",").forEach(part -> add(key, text, part, numbers));
    return numbers.stream().distinct().toList();
  }

  private static void add(
      final String key, final String text, final String part, final List<Double> numbers) {
    final Matcher range = RANGE.matcher(part);
    if (NUMBER.matcher(part).matches()) {
      numbers.add(Double.parseDouble(part));
    } else if (range.matches()) {
      final double from = Double.parseDouble(range.group(1));
      final double step = Double.parseDouble(range.group(3));
      final double steps = Math.floor((Double.parseDouble(range.group(2)) - from) / step + NEARLY);
      requireFew(key, text, numbers.size() + steps + 1);
      for (int i = 0; i <= steps; i++) {
        numbers.add(rounded(from + i * step));
      }
    } else {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s is \"%s\", expected numbers with commas between, or a range with a step such as"
                  + " 0-345-15",
              key,
              text));
    }
    requireFew(key, text, numbers.size());
  }

  private static void requireFew(final String key, final String text, final double count) {
    if (!(count >= 1 && count <= MOST)) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s is \"%s\", which are %s numbers, expected 1 to %,d",
              key,
              text,
              count < 1 ? "no" : "too many",
              MOST));
    }
  }

  /** What steps add up to, such as 0.30000000000000004, as one would write it. */
  private static double rounded(final double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.9g", value));
  }

  /** A number as slice labels have it. */
  public static String write(final double value) {
    return Csv.number(value);
  }
}
