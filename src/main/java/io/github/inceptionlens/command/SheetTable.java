package io.github.inceptionlens.command;

import ij.measure.ResultsTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An open table as the text of a file. */
final class SheetTable {

  private static final String SEPARATOR = "\t";

  private SheetTable() {}

  /** Headings and rows with tabs between the cells. */
  static String text(final ResultsTable table) {
    final List<String> headings = Arrays.asList(table.getHeadings());
    final String rows =
        IntStream.range(0, table.size())
            .mapToObj(row -> row(table, headings, row))
            .collect(Collectors.joining("\n"));
    return String.join(SEPARATOR, headings) + "\n" + rows;
  }

  private static String row(final ResultsTable table, final List<String> headings, final int row) {
    return headings.stream()
        .map(heading -> cell(table, heading, row))
        .collect(Collectors.joining(SEPARATOR));
  }

  private static String cell(final ResultsTable table, final String heading, final int row) {
    final String text =
        table.columnExists(heading) ? table.getStringValue(heading, row) : table.getLabel(row);
    return text == null || text.equals("NaN") ? "" : text.replaceAll("[\t\r\n]", " ");
  }
}
