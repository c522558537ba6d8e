package io.github.inceptionlens.command.browser.units;

import java.awt.Rectangle;
import java.util.OptionalInt;

/**
 * Where the cells of a grid lie: as many columns as fit, rows from above.
 *
 * @param count of cells
 * @param width of the window onto the grid in pixels
 * @param cellWidth of a cell with its margin
 * @param cellHeight of the same
 */
public record UnitGrid(int count, int width, int cellWidth, int cellHeight) {

  /** A way from a cell to another one. */
  public enum Move {
    LEFT,
    RIGHT,
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    HOME,
    END
  }

  /** At least 1. */
  public int columns() {
    return Math.max(1, width / cellWidth);
  }

  private int rows() {
    return (count + columns() - 1) / columns();
  }

  /** The height of all rows in pixels. */
  public int height() {
    return rows() * cellHeight;
  }

  /** The left border of the first column, for the columns stand in the middle. */
  private int left() {
    return Math.max(0, (width - columns() * cellWidth) / 2);
  }

  /** What a cell covers. */
  public Rectangle bounds(final int index) {
    return new Rectangle(
        left() + index % columns() * cellWidth,
        index / columns() * cellHeight,
        cellWidth,
        cellHeight);
  }

  /** The cell at a place; nothing beside all. */
  public OptionalInt at(final int x, final int y) {
    final int column = Math.floorDiv(x - left(), cellWidth);
    final int index = Math.floorDiv(y, cellHeight) * columns() + column;
    return column >= 0 && column < columns() && index >= 0 && index < count
        ? OptionalInt.of(index)
        : OptionalInt.empty();
  }

  /** The first cell of which a part is seen. */
  public int first(final Rectangle seen) {
    return Math.min(count, Math.max(0, seen.y / cellHeight) * columns());
  }

  /** The cell after the last one of which a part is seen. */
  public int last(final Rectangle seen) {
    return Math.min(count, (seen.y + seen.height + cellHeight - 1) / cellHeight * columns());
  }

  /**
   * Where a move leads.
   *
   * @param index of a cell
   * @param height of the window onto the grid in pixels
   */
  public int moved(final int index, final Move move, final int height) {
    final int page = Math.max(1, height / cellHeight) * columns();
    return switch (move) {
      case LEFT -> Math.max(0, index - 1);
      case RIGHT -> Math.min(count - 1, index + 1);
      case UP -> index >= columns() ? index - columns() : index;
      case DOWN -> down(index, columns());
      case PAGE_UP -> index >= page ? index - page : index % columns();
      case PAGE_DOWN -> down(index, page);
      case HOME -> 0;
      case END -> count - 1;
    };
  }

  /** So far down, or to the last row. */
  private int down(final int index, final int by) {
    if (index + by < count) {
      return index + by;
    }
    final boolean isLastRow = index / columns() == (count - 1) / columns();
    return isLastRow ? index : Math.min(count - 1, lastRow() + index % columns());
  }

  private int lastRow() {
    return (count - 1) / columns() * columns();
  }
}
