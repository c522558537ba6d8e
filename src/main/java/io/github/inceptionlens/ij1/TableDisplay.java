package io.github.inceptionlens.ij1;

import ij.IJ;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.text.TextPanel;
import ij.text.TextWindow;
import io.github.inceptionlens.command.ResultTables;
import io.github.inceptionlens.command.place.PlaceTable;
import io.github.inceptionlens.command.window.WindowPlacement;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Shows tables where macros find them, and never loses a row: what is open under the same title
 * grows.
 *
 * <p>With a display a table has a window of its own, also in batch mode. Without one ImageJ has no
 * table windows and macros read the Results table only, so the rows go there.
 */
final class TableDisplay {

  private static final int COLUMN = 95;
  private static final int WIDEST = 1200;

  private TableDisplay() {}

  /** Shows the rows below those of the open table of that title. */
  static void show(final ResultsTable rows, final String title, final WindowPlacement placement) {
    if (GraphicsEnvironment.isHeadless()) {
      showInResults(rows);
      return;
    }
    final boolean isNew = window(title).isEmpty();
    final ResultsTable open = openTable(title);
    if (open == null || open.size() == 0) {
      rows.show(title);
      window(title).filter(any -> isNew).ifPresent(window -> open(window, placement));
    } else {
      append(rows, open);
      open.show(title);
    }
    window(title).ifPresent(window -> scrollToEnd(window.getTextPanel()));
  }

  /** Writes the rows to the Log, a line each. */
  static void log(final ResultsTable table) {
    for (int row = 0; row < table.size(); row++) {
      final List<String> cells = new ArrayList<>();
      for (int column = 0; column <= table.getLastColumn(); column++) {
        cells.add(table.getStringValue(column, row));
      }
      IJ.log(String.join(": ", cells));
    }
  }

  private static void open(final TextWindow window, final WindowPlacement placement) {
    final int columns = window.getTextPanel().getColumnHeadings().split("\t").length;
    final int wanted = Math.min(WIDEST, COLUMN * columns);
    EventQueues.onEventThread(
        () -> {
          window.setSize(Math.max(window.getWidth(), wanted), window.getHeight());
          placement.place(window);
        });
    TableRows.listen(window.getTextPanel());
  }

  private static void scrollToEnd(final TextPanel panel) {
    panel.showRow(panel.getLineCount());
  }

  /**
   * Adds the rows of one table below those of another; columns meet by their heading. A row that is
   * at no place has nothing in the columns of places, and in other columns of others what ImageJ
   * has there, a 0.
   */
  static void append(final ResultsTable rows, final ResultsTable table) {
    final List<String> before = List.of(table.getHeadings());
    final int first = table.size();
    countOn(rows, lastRun(table));
    for (int row = 0; row < rows.size(); row++) {
      table.incrementCounter();
      if (rows.getLabel(row) != null) {
        table.addLabel(rows.getLabel(row));
      }
      for (int column = 0; column <= rows.getLastColumn(); column++) {
        if (rows.columnExists(column)) {
          copyCell(rows, column, row, table);
        }
      }
    }
    final List<String> added = List.of(rows.getHeadings());
    added.stream()
        .filter(heading -> PlaceTable.isOfPlace(heading) && !before.contains(heading))
        .forEach(heading -> empty(table, heading, 0, first));
    before.stream()
        .filter(heading -> PlaceTable.isOfPlace(heading) && !added.contains(heading))
        .forEach(heading -> empty(table, heading, first, table.size()));
  }

  /** A 0 would be a place. */
  private static void empty(
      final ResultsTable table, final String heading, final int from, final int end) {
    for (int row = from; row < end && table.columnExists(heading); row++) {
      table.setValue(heading, row, "");
    }
  }

  private static double lastRun(final ResultsTable table) {
    return table.columnExists(ResultTables.RUN)
        ? Arrays.stream(table.getColumn(ResultTables.RUN))
            .filter(run -> !Double.isNaN(run))
            .max()
            .orElse(0)
        : 0;
  }

  private static void countOn(final ResultsTable rows, final double runs) {
    for (int row = 0; row < rows.size() && rows.columnExists(ResultTables.RUN); row++) {
      rows.setValue(ResultTables.RUN, row, rows.getValue(ResultTables.RUN, row) + runs);
    }
  }

  private static void copyCell(
      final ResultsTable rows, final int column, final int row, final ResultsTable table) {
    final String heading = rows.getColumnHeading(column);
    final double number = rows.getValueAsDouble(column, row);
    final String text = rows.getStringValue(column, row);
    if (Double.isNaN(number) && !"NaN".equals(text)) {
      table.setValue(heading, table.size() - 1, text);
    } else {
      table.setValue(heading, table.size() - 1, number);
    }
  }

  private static void showInResults(final ResultsTable rows) {
    final ResultsTable results = Analyzer.getResultsTable();
    if (results.size() == 0) {
      Analyzer.setResultsTable((ResultsTable) rows.clone());
    } else {
      warnOfForeignRows(rows, results);
      append(rows, results);
    }
  }

  private static void warnOfForeignRows(final ResultsTable rows, final ResultsTable results) {
    if (rows.columnExists(ResultTables.RUN) && !results.columnExists(ResultTables.RUN)) {
      IJ.log(
          "The Results table holds rows that are not Inception Lens's, and without a display the new"
              + " rows mix with them: give csv=FILE for a table of their own.");
    }
  }

  private static ResultsTable openTable(final String title) {
    return window(title).map(one -> one.getTextPanel().getOrCreateResultsTable()).orElse(null);
  }

  private static Optional<TextWindow> window(final String title) {
    return WindowManager.getFrame(title) instanceof TextWindow window
        ? Optional.of(window)
        : Optional.empty();
  }
}
