package io.github.inceptionlens.command.tuning;

import io.github.inceptionlens.core.UserError;
import java.util.Locale;
import java.util.regex.Pattern;

/** Colors as users write them: a gray value from 0 to 255, or red, green and blue as #ff8800. */
final class StimulusColor {

  private static final Pattern GRAY = Pattern.compile("\\d{1,3}");
  private static final Pattern RGB = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final int HEXADECIMAL = 16;
  private static final int WHITE = 255;
  private static final int REPEATED = 0x010101;

  private StimulusColor() {}

  /**
   * The color as {@code 0xrrggbb}.
   *
   * @throws UserError when the text is none
   */
  static int parse(final String key, final String text) {
    final String color = text.strip();
    if (RGB.matcher(color).matches()) {
      return Integer.parseInt(color.substring(1), HEXADECIMAL);
    } else if (GRAY.matcher(color).matches() && Integer.parseInt(color) <= WHITE) {
      return Integer.parseInt(color) * REPEATED;
    }
    throw new UserError(
        String.format(
            Locale.ROOT,
            "%s is \"%s\", expected a gray value from 0 to 255, or a color such as #ff8800",
            key,
            text));
  }
}
