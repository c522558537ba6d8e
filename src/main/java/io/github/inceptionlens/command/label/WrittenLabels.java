package io.github.inceptionlens.command.label;

import io.github.inceptionlens.command.file.TextFiles;
import io.github.inceptionlens.core.Csv;
import io.github.inceptionlens.core.PrintableText;
import io.github.inceptionlens.core.UserError;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Labels as a person writes them, {@code 3=curve; 7=red dots, dim; 12=}, or in a table with columns
 * Entry (or Unit) and Label. An empty label takes the entry's away.
 */
final class WrittenLabels {

  private static final String EXAMPLE = "3=curve; 7=red dots";
  private static final String ENTRY =
      "(?:(?<dictionary>[A-Za-z]\\w*+)\\s*+:\\s*+)?(?<entry>\\d{1,9})";

  /** A comma or semicolon parts two labels only where an entry and = follow it. */
  private static final Pattern NEXT = Pattern.compile("(?:^|[;,])\\s*+" + ENTRY + "\\s*+=");

  private static final Pattern ALONE = Pattern.compile(ENTRY);

  /** What stands behind a label and parts it from nothing. */
  private static final Pattern LAST = Pattern.compile("[;,\\s]++$");

  private final String dictionary;
  private final SortedMap<Integer, String> labels = new TreeMap<>();

  private WrittenLabels(final String dictionary) {
    this.dictionary = dictionary;
  }

  /**
   * The labels that a text gives, or a file in its place.
   *
   * @param text empty for none
   * @param file the path of a table; empty for none
   * @throws UserError when there is neither or both, or as of either
   */
  static SortedMap<Integer, String> of(
      final String dictionary, final String text, final String file) {
    if (file.isBlank()) {
      return of(dictionary, text);
    }
    if (!text.isBlank()) {
      throw new UserError("text and file both give labels: give one of them");
    }
    return ofTable(dictionary, TextFiles.read("file", TextFiles.path("file", file)));
  }

  /**
   * The labels of a text, by entry.
   *
   * @param dictionary of which the entries are
   * @throws UserError when the text has another form, names an entry twice, or one of another
   *     dictionary
   */
  static SortedMap<Integer, String> of(final String dictionary, final String text) {
    final String stripped = text.strip();
    final Matcher next = NEXT.matcher(stripped);
    final WrittenLabels written = new WrittenLabels(dictionary);
    if (!next.find() || next.start() > 0) {
      throw new UserError(
          "text is \"" + text + "\", expected entries and their labels such as " + EXAMPLE);
    }
    boolean isMore = true;
    while (isMore) {
      final int entry = written.entry("text", next);
      final int start = next.end();
      isMore = next.find();
      final String label = stripped.substring(start, isMore ? next.start() : stripped.length());
      written.add("text", entry, LAST.matcher(label).replaceAll(""));
    }
    return written.labels;
  }

  /**
   * The labels of a table, by entry.
   *
   * @param text of the file, with commas, semicolons or tabs
   * @throws UserError when it has no such columns, or what {@link #of} refuses
   */
  static SortedMap<Integer, String> ofTable(final String dictionary, final String text) {
    final List<List<String>> rows = Csv.rows(text, "file");
    final List<String> heading = rows.isEmpty() ? List.of() : rows.get(0);
    final int entries = column(heading, List.of("Entry", "Unit"));
    final int texts = column(heading, List.of("Label"));
    if (entries < 0 || texts < 0) {
      throw new UserError(
          "file has the columns "
              + String.join(", ", heading)
              + ", expected Entry (such as 3 or "
              + dictionary
              + ":3) and Label");
    }
    final WrittenLabels written = new WrittenLabels(dictionary);
    for (final List<String> row : rows.subList(1, rows.size())) {
      final String named = cell(row, entries);
      final Matcher entry = ALONE.matcher(named);
      if (!entry.matches()) {
        throw new UserError(
            "file has the entry \""
                + named
                + "\", expected a number such as 3, or "
                + dictionary
                + ":3");
      }
      written.add("file", written.entry("file", entry), cell(row, texts));
    }
    return written.labels;
  }

  private static int column(final List<String> heading, final List<String> names) {
    return names.stream()
        .flatMapToInt(
            name ->
                IntStream.range(0, heading.size())
                    .filter(i -> heading.get(i).equalsIgnoreCase(name)))
        .findFirst()
        .orElse(-1);
  }

  private static String cell(final List<String> row, final int column) {
    return column < row.size() ? row.get(column) : "";
  }

  private int entry(final String key, final Matcher named) {
    final String other = named.group("dictionary");
    if (other != null && !other.equals(dictionary)) {
      throw new UserError(
          key
              + " names "
              + other
              + ":"
              + named.group("entry")
              + ", but name is "
              + dictionary
              + ": give entries of one dictionary");
    }
    return Integer.parseInt(named.group("entry"));
  }

  private void add(final String key, final int entry, final String label) {
    if (labels.putIfAbsent(entry, PrintableText.line(label)) != null) {
      throw new UserError(
          String.format(Locale.ROOT, "%s names entry %d twice: give it one label", key, entry));
    }
  }
}
