package io.github.inceptionlens.command.dictionary;

import io.github.inceptionlens.core.UserError;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many entries a dictionary is to have, as users write it: {@code 300}, or {@code 4x}, four
 * times the number of channels, but no more than the vectors can fill.
 *
 * @param number of entries, or the factor
 * @param isFactor whether it is one
 */
record DictionarySize(double number, boolean isFactor) {

  /** So many channels are worth having where the vectors vary in one direction. */
  static final int CHANNELS_PER_DIRECTION = 8;

  private static final int MOST = 1 << 17;
  private static final Pattern TEXT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([xX]?)");

  /**
   * Reads a text.
   *
   * @throws UserError when it is neither
   */
  static DictionarySize of(final String text) {
    final Matcher matcher = TEXT.matcher(text.strip());
    if (matcher.matches()) {
      final double number = Double.parseDouble(matcher.group(1));
      final boolean isFactor = !matcher.group(2).isEmpty();
      if (number > 0 && number <= MOST && (isFactor || number == (int) number)) {
        return new DictionarySize(number, isFactor);
      }
    }
    throw new UserError(
        "size is \""
            + text
            + "\", expected a number of entries such as 300, or of times the channels such as 4x");
  }

  /**
   * The number of entries.
   *
   * @param rank in how many directions the vectors vary
   * @param k how many are active: there are no fewer
   */
  int entries(final int channels, final double rank, final int k) {
    if (!isFactor) {
      return (int) number;
    }
    final long entries = Math.round(number * Math.min(channels, CHANNELS_PER_DIRECTION * rank));
    return (int) Math.min(MOST, Math.max(k, Math.max(1, entries)));
  }

  /** Why there are fewer than one may think, where there are. */
  Optional<String> note(final int channels, final double rank, final int k) {
    final int entries = entries(channels, rank, k);
    if (!isFactor || entries >= Math.round(number * channels)) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "size is %s, but the vectors vary in about %.0f directions alone (effective rank), not in"
                + " %d: %d entries are trained, for of more most would stay silent; give a number for"
                + " another size",
            this,
            rank,
            channels,
            entries));
  }

  @Override
  public String toString() {
    final String text = String.valueOf(number).replaceAll("\\.0$", "");
    return isFactor ? text + "x" : text;
  }
}
