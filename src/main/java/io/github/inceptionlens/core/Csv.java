package io.github.inceptionlens.core;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tables as text, as spreadsheets write them: cells between commas, semicolons or tabs, in quotes
 * where need be (RFC 4180).
 *
 * <p>A cell that a spreadsheet would run as a formula is written with an apostrophe before it
 * (CWE-1236), which reading takes away again.
 */
public final class Csv {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r].*", Pattern.DOTALL);
  private static final Pattern ESCAPED = Pattern.compile("'+[=+\\-@\t\r].*", Pattern.DOTALL);
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|[+-]?Infinity");
  private static final double EXACT = 1L << 53;

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
  public static List<List<String>> rows(final String text, final String name) {
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
    row.add(restored(cell.toString().strip()));
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
  public static String line(final List<String> cells) {
    return cells.stream().map(cell -> quoted(neutralized(cell))).collect(Collectors.joining(","));
  }

  /** A number in full precision, with a decimal point; whole numbers without one. */
  public static String number(final double value) {
    return value == Math.rint(value) && Math.abs(value) < EXACT
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  private static String neutralized(final String cell) {
    return FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
  }

  private static String restored(final String cell) {
    return ESCAPED.matcher(cell).matches() ? cell.substring(1) : cell;
  }

  private static String quoted(final String cell) {
    final boolean plain = cell.chars().noneMatch(one -> ",;\t\"\r\n".indexOf(one) >= 0);
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
