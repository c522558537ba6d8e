package io.github.inceptionlens.visualization;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Pictures as functions of parameters, in planes without bounds: three decorrelated colours and,
 * where the format has it, transparency.
 *
 * <p>The parameters are the run's own arrays, changed in place; {@link #planes} is given copies of
 * them, which may be leaves of a graph.
 */
abstract class Canvas {

  /** The standard deviation with which parameters start. */
  static final double START = 0.01;

  private final Format format;
  private final List<NDArray> parameters;

  /**
   * @param parameters one entry per picture, or per subject, in each
   */
  Canvas(final Format format, final List<NDArray> parameters) {
    this.format = format;
    this.parameters = List.copyOf(parameters);
  }

  Format format() {
    return format;
  }

  List<NDArray> parameters() {
    return parameters;
  }

  /**
   * The planes that parameters stand for.
   *
   * @param leaves as many as there are parameters, of their shapes
   * @return [picture, plane, row, column], in the manager of the leaves
   */
  abstract NDArray planes(List<NDArray> leaves);

  /**
   * Changes the parameters so that they stand for the given planes.
   *
   * @param planes [picture, plane, row, column]
   */
  abstract void paint(NDArray planes);
}
