package io.github.inceptionlens.command.tuning;

import io.github.inceptionlens.core.UserError;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is turned, as users write it.
 *
 * @param what nothing, a selection or examples
 * @param count how many examples of each unit
 */
record Turning(What what, int count) {

  /** Means the current image. */
  static final String SELECTION = "selection";

  private static final Pattern EXAMPLES = Pattern.compile("examples(?:\\s*:\\s*([1-9]))?");
  private static final int USUAL = 3;

  /** What is turned. */
  enum What {
    NOTHING,
    SELECTION,
    EXAMPLES
  }

  /**
   * Reads it.
   *
   * @throws UserError when the text has another form
   */
  static Turning parse(final String text) {
    final String turn = text.strip().toLowerCase(Locale.ROOT);
    if (turn.isEmpty()) {
      return new Turning(What.NOTHING, 0);
    } else if (turn.equals(SELECTION)) {
      return new Turning(What.SELECTION, 1);
    }
    final Matcher examples = EXAMPLES.matcher(turn);
    if (!examples.matches()) {
      throw new UserError(
          "turn is \""
              + text
              + "\", expected selection, or examples with their number from 1 to 9 such as"
              + " examples:3");
    }
    final String count = examples.group(1);
    return new Turning(What.EXAMPLES, count == null ? USUAL : Integer.parseInt(count));
  }

  /** Whether stimuli are shown as they are. */
  boolean isNone() {
    return what == What.NOTHING;
  }

  /** Whether the current image is turned. */
  boolean ofSelection() {
    return what == What.SELECTION;
  }
}
