package io.github.inceptionlens.visualization.parameterization;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.geometry.FilterWeights;

/**
 * Linear enlargement of coarse grids, as products with matrices, which the engine differentiates.
 */
final class LinearUpsampling {

  private final int width;
  private final int height;
  private final int divisor;
  private final NDArray rows;
  private final NDArray columns;

  /**
   * @param manager keeps the matrices
   * @param divisor how many pixels a cell of the grid spans
   */
  LinearUpsampling(final NDManager manager, final int width, final int height, final int divisor) {
    this.width = width;
    this.height = height;
    this.divisor = divisor;
    this.rows = matrix(manager, height, divisor);
    this.columns = matrix(manager, width, divisor);
  }

  /** The shape of grids whose cells span so many pixels. */
  static Shape grid(
      final int count, final int planes, final int width, final int height, final int divisor) {
    return new Shape(count, planes, cells(height, divisor), cells(width, divisor));
  }

  private static int cells(final int length, final int divisor) {
    return Math.max(1, length / divisor);
  }

  /** [cell, pixel]: how much of each cell is in each pixel. */
  private static NDArray matrix(final NDManager manager, final int length, final int divisor) {
    final int cells = cells(length, divisor);
    final FilterWeights taps =
        FilterWeights.linear(cells, length, i -> (i + 0.5) * cells / length - 0.5);
    return manager.create(taps.matrix(), new Shape(cells, length));
  }

  /**
   * The pixels of grids.
   *
   * @param grids [count, plane, cell, cell]
   * @return [count, plane, row, column]
   */
  NDArray of(final NDArray grids) {
    if (divisor == 1) {
      return grids;
    }
    final long planes = grids.getShape().get(0) * grids.getShape().get(1);
    return grids
        .reshape(planes * rows.getShape().get(0), columns.getShape().get(0))
        .matMul(columns)
        .reshape(planes, rows.getShape().get(0), width)
        .transpose(0, 2, 1)
        .reshape(planes * width, rows.getShape().get(0))
        .matMul(rows)
        .reshape(planes, width, height)
        .transpose(0, 2, 1)
        .reshape(grids.getShape().get(0), grids.getShape().get(1), height, width);
  }
}
