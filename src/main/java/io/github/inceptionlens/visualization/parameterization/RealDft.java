package io.github.inceptionlens.visualization.parameterization;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * The two-dimensional Fourier transform of real planes and its inverse as products with matrices of
 * cosines and sines, which the engine can differentiate; its own complex numbers it cannot.
 *
 * <p>A spectrum is [plane, column frequency, 2 * row frequency]: of the {@code width / 2 + 1}
 * column frequencies that a real plane has, the real parts of all row frequencies, then the
 * imaginary ones.
 */
final class RealDft {

  private final int width;
  private final int height;
  private final int columns;
  private final NDArray rowsBack;
  private final NDArray columnsBack;
  private final NDArray columnsForth;
  private final NDArray rowsForth;

  /**
   * @param manager keeps the matrices
   */
  RealDft(final NDManager manager, final int width, final int height) {
    this.width = width;
    this.height = height;
    this.columns = width / 2 + 1;
    rowsBack = matrix(manager, 2 * height, 2 * height, this::rowBack);
    columnsBack = matrix(manager, 2 * columns, width, this::columnBack);
    columnsForth = matrix(manager, width, 2 * columns, this::columnForth);
    rowsForth = matrix(manager, 2 * height, 2 * height, this::rowForth);
  }

  /** The spectrum's shape. */
  Shape spectrum(final long planes) {
    return new Shape(planes, columns, 2L * height);
  }

  /** The frequency of a coefficient in cycles per pixel. */
  double frequency(final int column, final int row) {
    return frequency(column, row, width, height);
  }

  /** Whether a column frequency holds its coefficients' conjugates, too. */
  static boolean isSingle(final int column, final int width) {
    return column == 0 || 2 * column == width;
  }

  /** The frequency of a coefficient of planes of a size in cycles per pixel. */
  static double frequency(final int column, final int row, final int width, final int height) {
    final int signed = row <= (height - 1) / 2 ? row : row - height;
    return Math.hypot((double) column / width, (double) signed / height);
  }

  /**
   * The planes of a spectrum.
   *
   * @return [plane, row, column]
   */
  NDArray inverse(final NDArray spectrum) {
    final long planes = spectrum.getShape().get(0);
    return spectrum
        .reshape(planes * columns, 2L * height)
        .matMul(rowsBack)
        .reshape(planes, columns, 2, height)
        .transpose(0, 3, 2, 1)
        .reshape(planes * height, 2L * columns)
        .matMul(columnsBack)
        .reshape(planes, height, width);
  }

  /**
   * The spectrum of planes.
   *
   * @param image [plane, row, column]
   */
  NDArray forward(final NDArray image) {
    final long planes = image.getShape().get(0);
    return image
        .reshape(planes * height, width)
        .matMul(columnsForth)
        .reshape(planes, height, 2, columns)
        .transpose(0, 3, 2, 1)
        .reshape(planes * columns, 2L * height)
        .matMul(rowsForth)
        .reshape(spectrum(planes));
  }

  /** From real and imaginary row frequencies to real and imaginary rows. */
  private double rowBack(final int in, final int out) {
    return rotation(in, out, 1);
  }

  /** From real and imaginary rows to real and imaginary row frequencies. */
  private double rowForth(final int in, final int out) {
    return rotation(in, out, -1);
  }

  /** A complex product with e to the power of {@code sign * 2 pi i * in * out / height}. */
  private double rotation(final int in, final int out, final int sign) {
    final double angle = angle((long) (in % height) * (out % height), height);
    if (in / height == out / height) {
      return Math.cos(angle);
    }
    return (in < height ? sign : -sign) * Math.sin(angle);
  }

  /** From real and imaginary column frequencies to columns; the others are their conjugates. */
  private double columnBack(final int in, final int out) {
    final int frequency = in % columns;
    final double weight = (isSingle(frequency, width) ? 1.0 : 2.0) / ((double) width * height);
    final double angle = angle((long) frequency * out, width);
    return weight * (in < columns ? Math.cos(angle) : -Math.sin(angle));
  }

  private double columnForth(final int in, final int out) {
    final double angle = angle((long) (out % columns) * in, width);
    return out < columns ? Math.cos(angle) : -Math.sin(angle);
  }

  private static double angle(final long turns, final int length) {
    return 2 * Math.PI * (turns % length) / length;
  }

  private interface Entry {
    double at(int row, int column);
  }

  private static NDArray matrix(
      final NDManager manager, final int rows, final int columns, final Entry entry) {
    final float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) entry.at(i / columns, i % columns);
    }
    return manager.create(values, new Shape(rows, columns));
  }
}
