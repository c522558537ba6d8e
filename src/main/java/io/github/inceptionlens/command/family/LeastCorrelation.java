package io.github.inceptionlens.command.family;

import io.github.inceptionlens.circuit.family.UnitFamilies;
import io.github.inceptionlens.core.UserError;
import java.util.OptionalDouble;

/**
 * The correlation that members of a family have at least, as users write it.
 *
 * @param given nothing for auto
 */
record LeastCorrelation(OptionalDouble given) {

  /** What few pairs have, within what is usual for copies, and above the control. */
  static final String AUTO = "auto";

  private static final double FEW = 0.01;
  private static final double LEAST = 0.5;
  private static final double MOST = 0.7;

  /**
   * Reads it.
   *
   * @throws UserError when it is neither auto nor a number from 0 to 1
   */
  static LeastCorrelation parse(final String text) {
    if (text.strip().equalsIgnoreCase(AUTO)) {
      return new LeastCorrelation(OptionalDouble.empty());
    }
    try {
      final double number = Double.parseDouble(text.strip());
      if (number >= 0 && number <= 1) {
        return new LeastCorrelation(OptionalDouble.of(number));
      }
    } catch (final NumberFormatException e) {
      throw new UserError(sentence(text), e);
    }
    throw new UserError(sentence(text));
  }

  private static String sentence(final String text) {
    return "least is \"" + text + "\", expected auto or a number from 0 to 1";
  }

  /** The number for units that were compared. */
  double of(final UnitFamilies compared) {
    if (given.isPresent()) {
      return given.getAsDouble();
    }
    final double few = Math.min(MOST, Math.max(LEAST, compared.quantile(1 - FEW)));
    return Math.max(few, compared.largestShuffled());
  }
}
