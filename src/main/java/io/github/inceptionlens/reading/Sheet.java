package io.github.inceptionlens.reading;

import io.github.inceptionlens.core.Csv;
import io.github.inceptionlens.core.UserError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table with a row per case: a reading sheet, filled or not, or a key.
 *
 * @param mark which set of cases it is of
 * @param columns the headings besides Set and Case
 * @param rows one per case
 */
record Sheet(String mark, List<String> columns, List<Row> rows) {

  private static final String SET = "Set";
  private static final String CASE = "Case";
  private static final Set<String> YES = Set.of("yes", "y", "true", "1");
  private static final Set<String> NO = Set.of("no", "n", "false", "0");

  /**
   * A case's row.
   *
   * @param name the case
   * @param file the table's name, for messages
   */
  record Row(String name, String file, List<String> headings, List<String> cells) {

    /**
     * The text of a cell; empty where the row is too short.
     *
     * @throws UserError when there is no such column
     */
    String cell(final String column) {
      final int index = index(headings, column, file);
      return index < cells.size() ? cells.get(index) : "";
    }

    /**
     * The answer in a cell; none where it is empty.
     *
     * @throws UserError when it is neither yes nor no
     */
    Optional<Boolean> answer(final String question) {
      final String text = cell(question);
      final String word = text.toLowerCase(Locale.ROOT).replaceAll("\\.0+$", "");
      if (YES.contains(word) || NO.contains(word)) {
        return Optional.of(YES.contains(word));
      } else if (text.isEmpty()) {
        return Optional.empty();
      }
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s answers \"%s\" to %s for %s: expected yes or no (also y, n, 1, 0, true, false), or"
                  + " nothing",
              file,
              text,
              question,
              name));
    }

    /** This row with another text in a cell. */
    Row with(final String column, final String text) {
      final List<String> changed = new ArrayList<>(cells);
      changed.addAll(Collections.nCopies(headings.size() - cells.size(), ""));
      changed.set(index(headings, column, file), text);
      return new Row(name, file, headings, changed);
    }
  }

  /** The table with commas. */
  String text() {
    return Stream.concat(
            Stream.of(rows.get(0).headings()),
            rows.stream().map(row -> row.with(CASE, row.name()).cells()))
        .map(Csv::line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** This sheet with another answer to a question. */
  Sheet with(final int row, final String question, final Optional<Boolean> answer) {
    final List<Row> changed = new ArrayList<>(rows);
    changed.set(
        row, rows.get(row).with(question, answer.map(yes -> yes ? "yes" : "no").orElse("")));
    return new Sheet(mark, columns, changed);
  }

  /**
   * Reads a table.
   *
   * @throws UserError when it has no rows, lacks the columns Set or Case, names a case twice or
   *     holds cases of several sets
   */
  static Sheet parse(final String text, final String name) {
    final List<List<String>> rows = Csv.rows(text, name);
    if (rows.size() < 2) {
      throw new UserError(name + " has no rows below its headings");
    }
    final List<String> headings = rows.get(0);
    final int set = index(headings, SET, name);
    final int named = index(headings, CASE, name);
    final List<Row> cases = new ArrayList<>();
    final Set<String> marks = new HashSet<>();
    final Set<String> names = new HashSet<>();
    for (final List<String> cells : rows.subList(1, rows.size())) {
      final String one = named < cells.size() ? cells.get(named) : "";
      if (one.isEmpty() || cells.size() > headings.size()) {
        throw new UserError(
            String.format(
                Locale.ROOT,
                "row %d of %s %s: give every row its case, and quotes to cells with a separator",
                cases.size() + 2,
                name,
                one.isEmpty() ? "has no case" : "has more cells than there are headings"));
      }
      if (!names.add(one)) {
        throw new UserError(name + " has two rows of " + one + ": leave one");
      }
      marks.add(set < cells.size() ? cells.get(set) : "");
      cases.add(new Row(one, name, headings, cells));
    }
    if (marks.size() > 1) {
      throw new UserError(
          name
              + " holds cases of several sets ("
              + String.join(", ", marks)
              + "): tally each alone");
    }
    final List<String> columns =
        headings.stream()
            .filter(one -> !one.isEmpty() && !one.equals(SET) && !one.equals(CASE))
            .toList();
    return new Sheet(marks.iterator().next(), columns, cases);
  }

  private static int index(final List<String> headings, final String column, final String name) {
    final int index = headings.indexOf(column);
    if (index < 0) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s has no column \"%s\"; its columns are: %s",
              name,
              column,
              String.join(", ", headings)));
    }
    return index;
  }
}
