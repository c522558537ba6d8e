package io.github.inceptionlens.command;

import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.text.TextWindow;
import io.github.inceptionlens.core.UserError;
import java.awt.Window;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The open table that a key of a command names by its title. */
public final class OpenTables {

  private OpenTables() {}

  /**
   * The table with a title.
   *
   * @param key the key's name, for sentences
   * @throws UserError when several tables have it
   */
  public static Optional<ResultsTable> named(final String key, final String text) {
    final String title = text.strip();
    if (title.isEmpty()) {
      return Optional.empty();
    }
    final Window[] windows = WindowManager.getAllNonImageWindows();
    final long count =
        Arrays.stream(windows == null ? new Window[0] : windows)
            .filter(window -> window instanceof TextWindow table && title.equals(table.getTitle()))
            .count();
    if (count > 1) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s is \"%s\", but %d open tables have that title: rename one (File > Rename...)",
              key,
              title,
              count));
    }
    return Optional.ofNullable(ResultsTable.getResultsTable(title));
  }
}
