package io.github.inceptionlens.visualization.parameterization;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;

/** From three planes without bounds to red, green and blue between 0 and 1, and back. */
public final class ColorDecorrelation {

  /** The length of the largest column. */
  private static final double LARGEST = 0.46195;

  private static final double[][] AXES = {{.26, .09, .02}, {.27, 0, -.05}, {.27, -.09, .03}};

  private static final double[][] RGB = {{LARGEST, 0, 0}, {0, LARGEST, 0}, {0, 0, LARGEST}};

  /** Beyond this part from black and white a color has no finite origin worth having. */
  private static final double MARGIN = 1.0 / 512;

  private final NDArray axes;
  private final NDArray inverse;

  private ColorDecorrelation(final NDManager manager, final double[][] matrix) {
    final float[] values = new float[9];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (matrix[i / 3][i % 3] / LARGEST);
    }
    final NDArray mix = manager.create(values, new Shape(3, 3));
    axes = mix.transpose();
    inverse = mix.inverse().transpose();
  }

  /**
   * The planes are the principal axes of the colors of natural photographs, in Lucid's figures, so
   * that a step along any of them changes a picture about as likely as another.
   *
   * @param manager keeps the matrices
   */
  static ColorDecorrelation decorrelated(final NDManager manager) {
    return new ColorDecorrelation(manager, AXES);
  }

  /**
   * The planes are red, green and blue.
   *
   * @param manager keeps the matrices
   */
  static ColorDecorrelation plain(final NDManager manager) {
    return new ColorDecorrelation(manager, RGB);
  }

  /** [picture, 3, row, column], red, green, blue, 0 to 1, of planes of that shape. */
  public NDArray of(final NDArray planes) {
    return Activation.sigmoid(product(planes, axes));
  }

  /** The planes of colors, which are kept a little off black and white. */
  public NDArray planes(final NDArray colors) {
    final NDArray inside = colors.clip(MARGIN, 1 - MARGIN);
    return product(inside.div(inside.neg().add(1)).log(), inverse);
  }

  /**
   * The pixels' colors times a matrix; faster than the same as a convolution.
   *
   * @param transposed the matrix, from rows to columns
   */
  private static NDArray product(final NDArray planes, final NDArray transposed) {
    final Shape shape = planes.getShape();
    return planes
        .reshape(shape.get(0), shape.get(1), -1)
        .transpose(0, 2, 1)
        .matMul(transposed)
        .transpose(0, 2, 1)
        .reshape(shape);
  }
}
