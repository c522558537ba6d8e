package io.github.inceptionlens.ij1;

import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.text.TextWindow;
import java.awt.GraphicsEnvironment;

/**
 * Shows tables where macros find them, and never loses a row: what is open under the same title
 * grows.
 *
 * <p>With a display a table has a window of its own, also in batch mode. Without one ImageJ has no
 * table windows and macros read the Results table only, so the rows go there.
 */
final class Tables {

  private Tables() {}

  /** Shows the rows below those of the open table of that title. */
  static void show(final ResultsTable rows, final String title) {
    if (GraphicsEnvironment.isHeadless()) {
      showInResults(rows);
      return;
    }
    final ResultsTable open = openTable(title);
    if (open == null || open.size() == 0) {
      rows.show(title);
    } else {
      append(rows, open);
      open.show(title);
    }
  }

  /** Adds the rows of one table below those of another; columns meet by their heading. */
  static void append(final ResultsTable rows, final ResultsTable table) {
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
      append(rows, results);
    }
  }

  private static ResultsTable openTable(final String title) {
    return WindowManager.getFrame(title) instanceof TextWindow window
        ? window.getTextPanel().getOrCreateResultsTable()
        : null;
  }
}
