package io.github.inceptionlens.command;

import ij.measure.ResultsTable;
import io.github.inceptionlens.core.Csv;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An ImageJ table as the text of a file with commas. */
public final class SheetTable {

  private SheetTable() {}

  /** Adds a figure to the last row, or nothing where there is none. */
  public static void addFigure(final ResultsTable table, final String column, final double value) {
    if (Double.isNaN(value)) {
      table.addValue(column, "");
    } else {
      table.addValue(column, value);
    }
  }

  /** What a person sees in the table's window; cells that hold nothing are empty. */
  public static String shown(final ResultsTable table) {
    return text(table, SheetTable::shownCell);
  }

  /** All that the table holds: numbers in full precision, texts unchanged. */
  public static String exact(final ResultsTable table) {
    return text(table, SheetTable::exactCell);
  }

  private static String text(
      final ResultsTable table, final BiFunction<Cell, ResultsTable, String> cell) {
    final List<String> headings = Arrays.asList(table.getHeadings());
    final Stream<List<String>> rows =
        IntStream.range(0, table.size())
            .mapToObj(
                row ->
                    headings.stream()
                        .map(heading -> cell.apply(new Cell(heading, row), table))
                        .toList());
    return Stream.concat(Stream.of(headings), rows)
        .map(Csv::line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private record Cell(String heading, int row) {

    String text(final ResultsTable table) {
      return table.columnExists(heading) ? table.getStringValue(heading, row) : table.getLabel(row);
    }
  }

  private static String shownCell(final Cell cell, final ResultsTable table) {
    final String text = cell.text(table);
    return text == null || text.equals("NaN") ? "" : text.replaceAll("[\t\r\n]", " ");
  }

  private static String exactCell(final Cell cell, final ResultsTable table) {
    final double number =
        table.columnExists(cell.heading())
            ? table.getValue(cell.heading(), cell.row())
            : Double.NaN;
    if (!Double.isNaN(number)) {
      return Csv.number(number);
    }
    final String text = cell.text(table);
    return text == null ? "" : text;
  }
}
