package io.github.inceptionlens.core;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One channel of one layer, written {@code mixed4c:447}.
 *
 * <p>Knows the notation only; whether the unit exists is the architecture's business.
 *
 * @param layer the layer's name as written, for instance {@code mixed4c} or {@code
 *     inception_4c/output}
 * @param channel the channel's index, from 0
 */
public record Unit(String layer, int channel) {

  private static final Pattern NOTATION = Pattern.compile("\\s*([^:\\s]+)\\s*:\\s*(\\d{1,9})\\s*");

  /** Refuses a negative channel. */
  public Unit {
    if (channel < 0) {
      throw new UserError("channel is " + channel + ", but channels count from 0");
    }
  }

  /**
   * Reads the notation {@code layer:channel}.
   *
   * @throws UserError when the text has another form
   */
  public static Unit parse(final String text) {
    final Matcher parts = NOTATION.matcher(text);
    if (!parts.matches()) {
      throw new UserError(
          "unit is \"" + text + "\", expected a layer and a channel such as mixed4c:447");
    }
    return new Unit(parts.group(1), Integer.parseInt(parts.group(2)));
  }

  @Override
  public String toString() {
    return layer + ":" + channel;
  }
}
