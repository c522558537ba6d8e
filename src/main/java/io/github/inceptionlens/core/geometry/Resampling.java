package io.github.inceptionlens.core.geometry;

import java.util.Arrays;

/**
 * Resampling of row-major planes along x, then along y; a constant plane stays constant, and axes
 * that nothing happens to stay bit for bit.
 *
 * <p>ImageJ's own resize shifts an enlarged image by a fraction of a pixel that depends on the
 * factor, so it cannot keep maps registered. Prepared once, applied to as many planes as there are;
 * safe for many threads.
 *
 * @param x what happens to columns
 * @param y what happens to rows
 */
public record Resampling(FilterWeights x, FilterWeights y) {

  /** The resampled plane's width. */
  public int width() {
    return x.outputs();
  }

  /** The resampled plane's height. */
  public int height() {
    return y.outputs();
  }

  /** Whether nothing happens to a plane. */
  public boolean isIdentity() {
    return x.isIdentity() && y.isIdentity();
  }

  /**
   * The same of some rows of the resampled plane, bit for bit.
   *
   * @param top the first of them
   * @param count how many
   */
  public Resampling rows(final int top, final int count) {
    return new Resampling(x, y.part(top, count));
  }

  /**
   * The resampled plane, a new array.
   *
   * @param plane {@code x.input() * y.input()} values
   */
  public float[] apply(final float[] plane) {
    if (plane.length != x.input() * y.input()) {
      throw new IllegalArgumentException(
          plane.length + " values are not " + x.input() + " x " + y.input());
    }
    if (y.isIdentity()) {
      return x.isIdentity() ? plane.clone() : alongX(plane, 0, y.input());
    }
    final int lowest = y.lowest();
    return x.isIdentity()
        ? alongY(plane, 0)
        : alongY(alongX(plane, lowest, y.end() - lowest), lowest);
  }

  private float[] alongX(final float[] plane, final int firstRow, final int rows) {
    final float[] result = new float[rows * width()];
    for (int row = 0; row < rows; row++) {
      final int from = (firstRow + row) * x.input();
      for (int column = 0; column < width(); column++) {
        final float value = sum(plane, from + x.first(column), x.weights(column));
        result[row * width() + column] = value;
      }
    }
    return result;
  }

  private static float sum(final float[] plane, final int from, final double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * plane[from + i];
    }
    return (float) sum;
  }

  private float[] alongY(final float[] plane, final int firstRow) {
    final float[] result = new float[height() * width()];
    final double[] sums = new double[width()];
    for (int row = 0; row < height(); row++) {
      final int source = (y.first(row) - firstRow) * width();
      final double[] weights = y.weights(row);
      switch (weights.length) {
        case 1 -> System.arraycopy(plane, source, result, row * width(), width());
        case 2 -> blend(plane, source, (float) weights[1], result, row * width());
        default -> sumRows(plane, source, weights, sums, result, row * width());
      }
    }
    return result;
  }

  private void blend(
      final float[] plane, final int from, final float part, final float[] result, final int to) {
    final int width = width();
    for (int i = 0; i < width; i++) {
      final float above = plane[from + i];
      result[to + i] = above + part * (plane[from + width + i] - above);
    }
  }

  private void sumRows(
      final float[] plane,
      final int from,
      final double[] weights,
      final double[] sums,
      final float[] result,
      final int to) {
    Arrays.fill(sums, 0);
    for (int tap = 0; tap < weights.length; tap++) {
      final double weight = weights[tap];
      final int row = from + tap * sums.length;
      for (int i = 0; i < sums.length; i++) {
        sums[i] += weight * plane[row + i];
      }
    }
    for (int i = 0; i < sums.length; i++) {
      result[to + i] = (float) sums[i];
    }
  }
}
