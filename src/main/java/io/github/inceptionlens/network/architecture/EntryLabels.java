package io.github.inceptionlens.network.architecture;

import io.github.inceptionlens.core.PrintableText;
import io.github.inceptionlens.core.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts that units of some rows carry, such as the labels of a dictionary's entries, fit to be
 * shown: what names a unit to a reader goes through {@link #described}, {@code mydict:17
 * "spindle"}.
 */
public final class EntryLabels {

  /** How many characters of a label stand behind a unit. */
  public static final int MOST = 40;

  private static final Pattern UNIT =
      Pattern.compile(
          "'(?:[^']|'')*+'"
              + "|(?<layer>[A-Za-z][\\w/]*)\\s*:\\s*(?<channel>\\d{1,9})"
              + "(?:\\s*@\\s*(?:roi|\\d+\\s*,\\s*\\d+))?");

  private final Map<String, List<String>> rows = new HashMap<>();

  /**
   * Adds those of some rows.
   *
   * @param labels a text per channel, may be empty texts, by canonical name of a row
   */
  void add(final Map<String, List<String>> labels) {
    labels.forEach(
        (row, texts) -> rows.put(row, texts.stream().map(PrintableText::label).toList()));
  }

  /**
   * The text of a unit, without control characters, quotation marks and backslashes.
   *
   * @param unit with the layer's canonical name; such that do not exist have none
   */
  public Optional<String> of(final Unit unit) {
    return Optional.ofNullable(rows.get(unit.layer()))
        .filter(labels -> unit.channel() < labels.size())
        .map(labels -> labels.get(unit.channel()))
        .filter(label -> !label.isEmpty());
  }

  /** The text of a unit that stands alone, at a place or not; of anything else nothing. */
  public Optional<String> of(final String unit) {
    final Matcher parts = UNIT.matcher(unit);
    return parts.matches() && parts.group("layer") != null ? of(unit(parts)) : Optional.empty();
  }

  /**
   * What a reader is shown of a unit, a target or an objective: behind each unit that has a text
   * stands that text, of which at most 40 characters.
   */
  public String described(final Object unitOrTarget) {
    final String text = unitOrTarget.toString();
    return rows.isEmpty()
        ? text
        : UNIT.matcher(text).replaceAll(part -> Matcher.quoteReplacement(described(part)));
  }

  private String described(final MatchResult part) {
    return part.group(1) == null
        ? part.group()
        : of(unit(part))
            .map(label -> part.group() + " \"" + shortened(label) + '"')
            .orElse(part.group());
  }

  private static Unit unit(final MatchResult parts) {
    return new Unit(parts.group(1), Integer.parseInt(parts.group(2)));
  }

  private static String shortened(final String label) {
    return label.codePointCount(0, label.length()) > MOST
        ? label.substring(0, label.offsetByCodePoints(0, MOST - 1)) + "\u2026"
        : label;
  }

  /** The texts themselves, by canonical name of a row. */
  Map<String, List<String>> rows() {
    return rows;
  }
}
