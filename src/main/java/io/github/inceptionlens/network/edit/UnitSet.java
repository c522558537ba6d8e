package io.github.inceptionlens.network.edit;

import io.github.inceptionlens.core.ChannelRange;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some channels of a layer, or entries of a dictionary: {@code mixed4c:447,12,300-340}, or {@code
 * all but mixed4c:447}.
 *
 * @param layer as it was written
 * @param ranges first and last channels
 * @param others whether all channels but these are meant
 */
public record UnitSet(String layer, List<ChannelRange> ranges, boolean others) {

  private static final Pattern OTHERS = Pattern.compile("all\\s+but\\s+(.*)");
  private static final Pattern NOTATION = Pattern.compile("([^:\\s]+)\\s*:\\s*(.+)");

  /** Copies the ranges. */
  public UnitSet {
    ranges = List.copyOf(ranges);
  }

  /**
   * Reads several of them, divided by semicolons.
   *
   * @throws UserError when the text has another form
   */
  public static List<UnitSet> parseAll(final String text) {
    return Arrays.stream(text.split(";"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .map(UnitSet::parse)
        .toList();
  }

  /**
   * Reads the notation.
   *
   * @throws UserError when the text has another form
   */
  public static UnitSet parse(final String text) {
    final Matcher but = OTHERS.matcher(text.strip());
    final boolean others = but.matches();
    final Matcher parts = NOTATION.matcher(others ? but.group(1) : text.strip());
    if (!parts.matches()) {
      throw unreadable(text);
    }
    final List<ChannelRange> ranges = new ArrayList<>();
    for (final String part : parts.group(2).split(",", -1)) {
      ranges.add(ChannelRange.parse(part).orElseThrow(() -> unreadable(text)));
    }
    return new UnitSet(parts.group(1), ranges, others);
  }

  private static UserError unreadable(final String text) {
    return new UserError(
        "units is \""
            + text
            + "\", expected a layer and channels such as mixed4c:447,12,300-340, or all but"
            + " mixed4c:447");
  }

  /**
   * The channels, ascending, each once.
   *
   * @throws UserError when there is no such layer or channel, or no channel is left
   */
  public List<Integer> channels(final Architecture network) {
    final int count = network.node(layer).channels();
    final BitSet chosen = new BitSet();
    for (final ChannelRange range : ranges) {
      if (range.last() >= count) {
        throw new UserError(
            "units is \"" + this + "\", but " + layer + " has channels 0 to " + (count - 1));
      }
      chosen.set(range.first(), range.last() + 1);
    }
    if (others) {
      chosen.flip(0, count);
    }
    if (chosen.isEmpty()) {
      throw new UserError("units is \"" + this + "\", which leaves no channel of " + layer);
    }
    return chosen.stream().boxed().toList();
  }

  @Override
  public String toString() {
    final String list = String.join(",", ranges.stream().map(ChannelRange::toString).toList());
    return (others ? "all but " : "") + layer + ":" + list;
  }
}
