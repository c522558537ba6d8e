package io.github.inceptionlens.reading;

import io.github.inceptionlens.core.Csv;
import io.github.inceptionlens.core.UserError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the cases of a blinded reading were.
 *
 * @param mark what the sheet must share with it
 * @param entries by the case's name
 */
public record ReadingKey(String mark, Map<String, Entry> entries) {

  private static final List<String> COLUMNS =
      List.of("Set", "Case", "Source", "Slice", "Label", "Method", "Repeats", "Seed");

  /**
   * A case.
   *
   * @param source the image
   * @param label the slice's label
   * @param method what made the picture
   * @param repeats the earlier case with the same picture, if any
   */
  public record Entry(String source, String label, String method, Optional<String> repeats) {}

  /** The key's file: a table with commas. */
  public static String text(final Blinding blinding) {
    final StringBuilder text = new StringBuilder(Csv.line(COLUMNS)).append('\n');
    for (final Blinding.Case one : blinding.cases()) {
      final Blinding.Origin origin = one.origin();
      text.append(
              Csv.line(
                  List.of(
                      blinding.mark(),
                      one.name(),
                      origin.source(),
                      String.valueOf(origin.slice()),
                      origin.label(),
                      origin.method(),
                      one.repeats(),
                      String.valueOf(blinding.seed()))))
          .append('\n');
    }
    return text.toString();
  }

  /**
   * Reads a key.
   *
   * @param name the text's name, for messages
   * @throws UserError when it is not what {@link #text} wrote
   */
  public static ReadingKey parse(final String text, final String name) {
    final Sheet sheet = Sheet.parse(text, name);
    final Map<String, Entry> entries = new LinkedHashMap<>();
    for (final Sheet.Row row : sheet.rows()) {
      entries.put(
          row.name(),
          new Entry(
              row.cell("Source"),
              row.cell("Label"),
              row.cell("Method"),
              Optional.of(row.cell("Repeats")).filter(other -> !other.isEmpty())));
    }
    entries.forEach((one, entry) -> check(one, entry, entries, name));
    return new ReadingKey(sheet.mark(), entries);
  }

  private static void check(
      final String one, final Entry entry, final Map<String, Entry> entries, final String name) {
    final boolean known = entry.repeats().map(entries::containsKey).orElse(true);
    if (!known) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s says that %s repeats %s, which it does not hold: take the file as it was written",
              name,
              one,
              entry.repeats().orElseThrow()));
    }
  }
}
