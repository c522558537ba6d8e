package io.github.inceptionlens.core;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Channels from the first to the last, written {@code 447} or {@code 0-15}.
 *
 * @param first from 0
 * @param last no less than the first
 */
public record ChannelRange(int first, int last) {

  private static final Pattern NOTATION = Pattern.compile("(\\d{1,6})(?:\\s*-\\s*(\\d{1,6}))?");

  /** Reads the notation; empty when the text has another form. */
  public static Optional<ChannelRange> parse(final String text) {
    final Matcher bounds = NOTATION.matcher(text.strip());
    if (!bounds.matches()) {
      return Optional.empty();
    }
    final int first = Integer.parseInt(bounds.group(1));
    final int last = bounds.group(2) == null ? first : Integer.parseInt(bounds.group(2));
    return first <= last ? Optional.of(new ChannelRange(first, last)) : Optional.empty();
  }

  /** All of them. */
  public IntStream channels() {
    return IntStream.rangeClosed(first, last);
  }

  @Override
  public String toString() {
    return first == last ? String.valueOf(first) : first + "-" + last;
  }
}
