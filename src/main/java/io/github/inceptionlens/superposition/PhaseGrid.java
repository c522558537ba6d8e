package io.github.inceptionlens.superposition;

import java.util.ArrayList;
import java.util.List;

/**
 * The problems of a phase diagram: two features for one dimension, the second one of any importance
 * relative to the first, at any density.
 *
 * @param side points along each axis, at least 2
 * @see <a href="https://transformer-circuits.pub/2022/toy_model/">Elhage et al. 2022</a>
 */
public record PhaseGrid(int side) {

  /** The index of the feature that the diagram is about. */
  public static final int EXTRA = 1;

  private static final double LOWEST_DENSITY = 0.01;
  private static final double MOST_IMPORTANT = 10;

  /** The density of a column: 1 at the left, 0.01 at the right, in equal steps of the logarithm. */
  public double density(final int column) {
    return Math.pow(LOWEST_DENSITY, (double) column / (side - 1));
  }

  /** The importance of a row: 10 at the top, 0.1 at the bottom, in equal steps of the logarithm. */
  public double importance(final int row) {
    return Math.pow(MOST_IMPORTANT, 1 - 2.0 * row / (side - 1));
  }

  /** The problems, row by row. */
  public List<ToyProblem> problems() {
    final List<ToyProblem> problems = new ArrayList<>();
    for (int i = 0; i < side * side; i++) {
      problems.add(new ToyProblem(1 - density(i % side), new double[] {1, importance(i / side)}));
    }
    return problems;
  }
}
