package io.github.inceptionlens.visualization.grid;

import io.github.inceptionlens.core.Picture;

/** How sharp the cells of a mosaic are, and how much neighbors agree. */
final class GridFigures {

  private static final int COLORS = 3;

  private final Picture mosaic;
  private final int cell;
  private final int columns;
  private final int rows;

  GridFigures(final Picture mosaic, final int cell) {
    this.mosaic = mosaic;
    this.cell = cell;
    this.columns = mosaic.width() / cell;
    this.rows = mosaic.height() / cell;
  }

  private double value(final int color, final int column, final int row, final int x, final int y) {
    return mosaic.plane(color)[(row * cell + y) * mosaic.width() + column * cell + x];
  }

  /** The root mean square of differences between pixels side by side within cells. */
  double sharpness() {
    double sum = 0;
    for (int i = 0; i < columns * rows * COLORS; i++) {
      final int place = i / COLORS;
      for (int y = 0; y < cell; y++) {
        for (int x = 1; x < cell; x++) {
          final double step =
              value(i % COLORS, place % columns, place / columns, x, y)
                  - value(i % COLORS, place % columns, place / columns, x - 1, y);
          sum += step * step;
        }
      }
    }
    return Math.sqrt(sum / ((double) columns * rows * COLORS * cell * (cell - 1)));
  }

  /** The mean color of a cell. */
  double mean(final int color, final int column, final int row) {
    double sum = 0;
    for (int y = 0; y < cell; y++) {
      for (int x = 0; x < cell; x++) {
        sum += value(color, column, row, x, y);
      }
    }
    return sum / (cell * cell);
  }

  /** The root mean square of the differences between the mean colors of cells side by side. */
  double colorSteps() {
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = 1; column < columns; column++) {
        for (int color = 0; color < COLORS; color++) {
          final double step = mean(color, column, row) - mean(color, column - 1, row);
          sum += step * step;
        }
      }
    }
    return Math.sqrt(sum / (rows * (columns - 1.0) * COLORS));
  }

  /** The mean correlation of cells side by side, -1 to 1. */
  double agreement() {
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = 1; column < columns; column++) {
        sum += correlation(column - 1, row, column, row);
      }
    }
    return sum / (rows * (columns - 1.0));
  }

  /** The correlation of the pixels of two cells, over all colors. */
  double correlation(final int column, final int row, final int otherColumn, final int otherRow) {
    double products = 0;
    double squares = 0;
    double others = 0;
    for (int color = 0; color < COLORS; color++) {
      final double mean = mean(color, column, row);
      final double otherMean = mean(color, otherColumn, otherRow);
      for (int i = 0; i < cell * cell; i++) {
        final double one = value(color, column, row, i % cell, i / cell) - mean;
        final double other = value(color, otherColumn, otherRow, i % cell, i / cell) - otherMean;
        products += one * other;
        squares += one * one;
        others += other * other;
      }
    }
    return products / Math.sqrt(squares * others);
  }

  /** The largest difference between the pixels of two cells. */
  double difference(final int column, final int row, final int otherColumn, final int otherRow) {
    double most = 0;
    for (int color = 0; color < COLORS; color++) {
      for (int i = 0; i < cell * cell; i++) {
        most =
            Math.max(
                most,
                Math.abs(
                    value(color, column, row, i % cell, i / cell)
                        - value(color, otherColumn, otherRow, i % cell, i / cell)));
      }
    }
    return most;
  }
}
