package io.github.inceptionlens.command.browser.units;

import io.github.inceptionlens.core.ChannelRange;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which units of a layer are shown: {@code 447}, {@code 12-20}, {@code 0-15,447}, {@code >2.5} and
 * {@code <0} (the mean here), or part of a unit's label or name; an empty text shows all.
 *
 * @param text as typed
 * @param firing whether only those are shown that fire within the selection of the image
 */
public record UnitFilter(String text, boolean firing) implements Predicate<UnitFacts> {

  /** Shows all. */
  public static final UnitFilter ALL = new UnitFilter("", false);

  private static final Pattern LIMIT =
      Pattern.compile("([<>])\\s*([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)");

  @Override
  public boolean test(final UnitFacts one) {
    return isWanted(one) && (!firing || one.here().map(here -> here.active() > 0).orElse(true));
  }

  private boolean isWanted(final UnitFacts one) {
    final String words = text.strip();
    final Matcher limit = LIMIT.matcher(words);
    if (limit.matches()) {
      final double than = Double.parseDouble(limit.group(2));
      final double sign = limit.group(1).equals(">") ? 1 : -1;
      return one.here().map(here -> sign * here.mean() > sign * than).orElse(true);
    }
    return words.isEmpty() || isNumbered(one, words) || isNamed(one, words);
  }

  private static boolean isNumbered(final UnitFacts one, final String words) {
    final List<Optional<ChannelRange>> ranges =
        Arrays.stream(words.split(",")).map(ChannelRange::parse).toList();
    final int channel = one.unit().channel();
    return ranges.stream().allMatch(Optional::isPresent)
        && ranges.stream()
            .map(Optional::get)
            .anyMatch(range -> range.first() <= channel && channel <= range.last());
  }

  private static boolean isNamed(final UnitFacts one, final String words) {
    final String wanted = words.toLowerCase(Locale.ROOT);
    final boolean isName = words.contains(":");
    return one.label().toLowerCase(Locale.ROOT).contains(wanted)
        || isName && one.unit().toString().toLowerCase(Locale.ROOT).equals(wanted);
  }
}
