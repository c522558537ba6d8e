package io.github.inceptionlens.visualization.parameterization;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Pictures as functions of parameters, in planes without bounds: three of color and, where the
 * format has it, transparency.
 *
 * <p>The parameters are the run's own arrays, changed in place; {@link #planes} is given copies of
 * them, which may be leaves of a graph.
 */
public abstract class ImageParameters {

  /** The standard deviation with which parameters start. */
  static final double START = 0.01;

  private final PictureFormat format;
  private final List<NDArray> parameters;

  /**
   * @param parameters one entry per picture, or per target, in each
   */
  ImageParameters(final PictureFormat format, final List<NDArray> parameters) {
    this.format = format;
    this.parameters = List.copyOf(parameters);
  }

  public PictureFormat format() {
    return format;
  }

  public List<NDArray> parameters() {
    return parameters;
  }

  /** From the planes of color to red, green and blue: decorrelated ones, unless said otherwise. */
  public ColorDecorrelation colors(final NDManager manager) {
    return ColorDecorrelation.decorrelated(manager);
  }

  /**
   * The planes that parameters stand for.
   *
   * @param leaves as many as there are parameters, of their shapes
   * @return [picture, plane, row, column], in the manager of the leaves
   */
  public abstract NDArray planes(List<NDArray> leaves);

  /**
   * A picture drawn larger, where it has no pixels of its own.
   *
   * @param picture which one, from 0
   * @param factor how many times larger, at least 1
   * @param finish makes of planes, [1, plane, row, column], what is wanted, of the same shape
   * @return row-major planes of what is wanted
   */
  public List<float[]> magnified(
      final int picture, final int factor, final UnaryOperator<NDArray> finish) {
    throw new IllegalStateException("only a picture without pixels can be drawn larger");
  }

  /**
   * Changes the parameters so that they stand for the given planes.
   *
   * @param planes [picture, plane, row, column]
   */
  public abstract void paint(NDArray planes);
}
