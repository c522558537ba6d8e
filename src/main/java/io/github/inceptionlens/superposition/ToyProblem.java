package io.github.inceptionlens.superposition;

import io.github.inceptionlens.core.UserError;

/**
 * What a toy model is to write down: features of which each is 0 with a probability, else drawn
 * uniformly from 0 to 1.
 *
 * @param sparsity the probability that a feature is 0: 0 (dense) to less than 1
 * @param importance what the squared error of each feature counts, not negative
 */
public record ToyProblem(double sparsity, double[] importance) {

  /** Refuses a probability that is none. */
  public ToyProblem {
    if (!(sparsity >= 0 && sparsity < 1)) {
      throw new UserError("sparsity is " + sparsity + ", expected 0 to less than 1");
    }
  }

  /**
   * Features of which each is so many times as important as the one before; the first counts 1.
   *
   * @param features how many
   * @param factor above 0, at most 1; 1 for features that are all of one importance
   */
  public static ToyProblem geometric(
      final double sparsity, final int features, final double factor) {
    final double[] importance = new double[features];
    for (int i = 0; i < features; i++) {
      importance[i] = Math.pow(factor, i);
    }
    return new ToyProblem(sparsity, importance);
  }

  /** The number of features. */
  public int features() {
    return importance.length;
  }

  /** The probability that a feature is not 0. */
  public double density() {
    return 1 - sparsity;
  }
}
