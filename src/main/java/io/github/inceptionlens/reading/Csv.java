package io.github.inceptionlens.reading;

import io.github.inceptionlens.core.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tables as text, as spreadsheets write them: cells between commas, semicolons or tabs, in quotes
 * where need be (RFC 4180).
 */
final class Csv {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String text;
  private final char separator;
  private final List<List<String>> rows = new ArrayList<>();
  private List<String> row = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();

  private Csv(final String text) {
    this.text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    separator = separator(this.text.lines().findFirst().orElse(""));
  }

  /**
   * The rows of a text, those without any content left out.
   *
   * @param name the text's name, for messages
   * @throws UserError when a quote is not closed
   */
  static List<List<String>> rows(final String text, final String name) {
    return new Csv(text).read(name);
  }

  /** The one of comma, semicolon and tab that stands most often in the heading. */
  private static char separator(final String heading) {
    char most = ',';
    for (final char one : new char[] {';', '\t'}) {
      most = count(heading, one) > count(heading, most) ? one : most;
    }
    return most;
  }

  private static long count(final String text, final char wanted) {
    return text.chars().filter(one -> one == wanted).count();
  }

  private List<List<String>> read(final String name) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      final char at = text.charAt(i);
      if (quoted && at == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append(at);
        i++;
      } else if (at == '"' && (quoted || cell.isEmpty())) {
        quoted = !quoted;
      } else if (quoted) {
        cell.append(at);
      } else {
        plain(at);
      }
    }
    if (quoted) {
      throw new UserError(name + " has a quote that is not closed");
    }
    endRow();
    return rows;
  }

  private void plain(final char at) {
    if (at == separator) {
      endCell();
    } else if (at == '\n') {
      endRow();
    } else if (at != '\r') {
      cell.append(at);
    }
  }

  private void endCell() {
    row.add(cell.toString().strip());
    cell.setLength(0);
  }

  private void endRow() {
    endCell();
    if (row.stream().anyMatch(one -> !one.isEmpty())) {
      rows.add(row);
    }
    row = new ArrayList<>();
  }

  /** The text of a row, without a line's end. */
  static String line(final List<String> cells) {
    return cells.stream().map(Csv::quoted).collect(Collectors.joining(","));
  }

  private static String quoted(final String cell) {
    final boolean plain = cell.chars().noneMatch(one -> ",;\t\"\r\n".indexOf(one) >= 0);
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
