package io.github.inceptionlens.activation.steering;

import io.github.inceptionlens.core.UserError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How strong a feature is to be, as users write it: {@code 5}, an activation, or {@code 2x}, a
 * multiple.
 *
 * @param value the activation, or the factor; a finite number
 * @param isMultiple whether it is a factor
 */
public record Strength(double value, boolean isMultiple) {

  private static final Pattern TEXT =
      Pattern.compile("([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d{1,2})?)\\s*([xX]?)");

  /** Refuses values that no activation can have. */
  public Strength {
    if (!Float.isFinite((float) value)) {
      throw new UserError("strength is " + value + ", which is no activation");
    }
  }

  /**
   * Reads a text.
   *
   * @throws UserError when it is neither
   */
  public static Strength parse(final String text) {
    final Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new UserError(
          "strength is \""
              + text
              + "\", expected an activation such as 5, or a multiple such as 2x");
    }
    return new Strength(Double.parseDouble(matcher.group(1)), !matcher.group(2).isEmpty());
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    final String text = String.valueOf(value).replaceAll("\\.0$", "");
    return isMultiple ? text + "x" : text;
  }
}
