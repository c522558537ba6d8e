package io.github.inceptionlens.command.dictionary;

import io.github.inceptionlens.core.UserError;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Numbers that a key may leave to the data, as users write them. */
final class AutoText {

  /** Means that the data decide. */
  static final String AUTO = "auto";

  private AutoText() {}

  /**
   * A whole number above 0; nothing for auto.
   *
   * @throws UserError when it is neither
   */
  static OptionalInt whole(final String key, final String text) {
    final OptionalDouble number = number(key, text);
    if (number.isPresent() && number.getAsDouble() != (int) number.getAsDouble()) {
      throw refused(key, text, "a whole number above 0");
    }
    return number.isPresent() ? OptionalInt.of((int) number.getAsDouble()) : OptionalInt.empty();
  }

  /**
   * A number above 0; nothing for auto.
   *
   * @throws UserError when it is neither
   */
  static OptionalDouble number(final String key, final String text) {
    if (text.strip().equalsIgnoreCase(AUTO)) {
      return OptionalDouble.empty();
    }
    double number = Double.NaN;
    try {
      number = Double.parseDouble(text.strip());
    } catch (final NumberFormatException e) {
      throw new UserError(refused(key, text, "a number above 0").getMessage(), e);
    }
    if (!(number > 0 && number < Double.POSITIVE_INFINITY)) {
      throw refused(key, text, "a number above 0");
    }
    return OptionalDouble.of(number);
  }

  private static UserError refused(final String key, final String text, final String what) {
    return new UserError(key + " is \"" + text + "\", expected auto or " + what);
  }
}
