package io.github.inceptionlens.command.collection;

import io.github.inceptionlens.core.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Quantiles as a user writes them: parts from 0 to 1, with commas between. */
public final class QuantileParts {

  private static final String NONE = "none";

  private QuantileParts() {}

  /**
   * Reads them.
   *
   * @throws UserError when the text has another form
   */
  public static List<Double> parse(final String text) {
    return parse(text, "");
  }

  /** The same, where an empty text and {@code none} mean none. */
  public static List<Double> parseOptional(final String text) {
    return text.isBlank() || text.strip().equalsIgnoreCase(NONE)
        ? List.of()
        : parse(text, ", or none");
  }

  private static List<Double> parse(final String text, final String others) {
    final List<Double> parts = new ArrayList<>();
    for (final String part : text.split(",", -1)) {
      try {
        final double number = Double.parseDouble(part.strip());
        if (!(number >= 0 && number <= 1)) {
          throw unexpected(text, others, null);
        }
        parts.add(number);
      } catch (final NumberFormatException e) {
        throw unexpected(text, others, e);
      }
    }
    return parts;
  }

  private static UserError unexpected(
      final String text, final String others, final Exception cause) {
    return new UserError(
        String.format(
            Locale.ROOT,
            "quantiles is \"%s\", expected numbers from 0 to 1 such as 0,0.25,0.5,0.75,1%s",
            text,
            others),
        cause);
  }
}
