package io.github.inceptionlens.image.display;

import io.github.inceptionlens.core.UserError;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which values of an image become black and white for the network, written {@code auto} or {@code
 * 100-4000}.
 *
 * @param limits the explicit limits; empty for automatic: the display range, as {@link ShownRange}
 *     believes it; RGB images are as they are stored
 */
public record DisplayRange(Optional<ValueLimits> limits) {

  /** The image's own range. */
  public static final DisplayRange AUTO = new DisplayRange(Optional.empty());

  private static final String NUMBER = "([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)";
  private static final Pattern NOTATION =
      Pattern.compile("\\s*" + NUMBER + "\\s*-\\s*" + NUMBER + "\\s*");

  /**
   * Explicit limits, in the image's calibrated values, as in ImageJ's Brightness/Contrast.
   *
   * @param min what becomes 0
   * @param max what becomes 255, above min
   */
  public static DisplayRange of(final double min, final double max) {
    if (!(min < max) || Double.isInfinite(min) || Double.isInfinite(max)) {
      throw new UserError(
          "range is "
              + ValueLimits.write(min)
              + "-"
              + ValueLimits.write(max)
              + ", but its first number must be below its second one");
    }
    return new DisplayRange(Optional.of(new ValueLimits(min, max)));
  }

  /**
   * Reads {@code auto} or two numbers with a hyphen between, for instance {@code 100-4000}, {@code
   * -1.5-3} or {@code 1e-3-2}.
   *
   * @throws UserError when the text has another form or its numbers are in the wrong order
   */
  public static DisplayRange parse(final String text) {
    final String stripped = String.valueOf(text).strip();
    if (stripped.equalsIgnoreCase("auto")) {
      return AUTO;
    }
    final Matcher parts = NOTATION.matcher(stripped);
    if (!parts.matches()) {
      throw new UserError(
          "range is \"" + text + "\", expected auto or two numbers such as 100-4000");
    }
    return of(Double.parseDouble(parts.group(1)), Double.parseDouble(parts.group(2)));
  }

  @Override
  public String toString() {
    return limits.map(ValueLimits::toString).orElse("auto");
  }
}
