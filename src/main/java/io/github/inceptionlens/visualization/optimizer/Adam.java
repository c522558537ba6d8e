package io.github.inceptionlens.visualization.optimizer;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;

/**
 * Gradient ascent with a step per parameter that its own gradients set.
 *
 * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba 2015</a>
 */
public final class Adam {

  private static final double BETA1 = Momentum.DECAY;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final List<NDArray> parameters;
  private final List<NDArray> means = new ArrayList<>();
  private final List<NDArray> squares = new ArrayList<>();
  private final double rate;
  private final Momentum momentum;

  private int steps;
  private Momentum.Parts parts = Momentum.Parts.NONE;

  /**
   * @param parameters changed in place; the state lives in their managers
   */
  public Adam(final List<NDArray> parameters, final double rate, final Momentum momentum) {
    this.parameters = parameters;
    this.rate = rate;
    this.momentum = momentum;
    for (final NDArray parameter : parameters) {
      means.add(parameter.zerosLike());
      squares.add(parameter.zerosLike());
    }
  }

  /**
   * Makes a step.
   *
   * @param gradients in the order of the parameters; used up and closed
   */
  public void climb(final List<NDArray> gradients) {
    steps++;
    parts = momentum.next(parts, steps);
    for (int i = 0; i < gradients.size(); i++) {
      try (NDArray gradient = gradients.get(i)) {
        climb(parameters.get(i), means.get(i), squares.get(i), gradient);
      }
    }
  }

  private void climb(
      final NDArray parameter, final NDArray mean, final NDArray square, final NDArray gradient) {
    final double squarePart = 1 - Math.pow(BETA2, steps);
    try (NDArray squared = gradient.square();
        NDArray root = square.muli(BETA2).addi(squared.muli(1 - BETA2)).sqrt();
        NDArray newest = gradient.mul(rate * parts.newest())) {
      mean.muli(BETA1).addi(gradient.muli(1 - BETA1));
      root.divi(Math.sqrt(squarePart)).addi(EPSILON);
      try (NDArray step = mean.mul(rate * parts.mean())) {
        parameter.addi(step.addi(newest).divi(root));
      }
    }
  }
}
