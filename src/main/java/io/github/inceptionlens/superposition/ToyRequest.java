package io.github.inceptionlens.superposition;

import io.github.inceptionlens.core.UserError;
import java.util.List;
import java.util.Locale;

/**
 * What is to be trained: a model for each problem, all at once, each from several starts of which
 * the one with the least loss is kept.
 *
 * @param problems at least one, all of as many features
 * @param hidden the dimensions that a model has, at least 1
 * @param tries starts per problem, at least 1
 * @param steps at least 1
 * @param batch draws per step and model, at least 1
 * @param learningRate of AdamW, above 0
 * @param seed what starts and draws come from
 */
public record ToyRequest(
    List<ToyProblem> problems,
    int hidden,
    int tries,
    int steps,
    int batch,
    double learningRate,
    long seed) {

  /** So many values one step may draw. */
  static final long MOST_VALUES = 1 << 25;

  /**
   * Refuses what does not fit.
   *
   * @throws UserError when a step would draw more than 2²⁵ values
   */
  public ToyRequest {
    problems = List.copyOf(problems);
    final long values = (long) problems.size() * tries * batch * problems.get(0).features();
    if (values > MOST_VALUES) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%d models of %d features with batch=%d would draw %,d values at each step, at most"
                  + " %,d fit: choose a smaller batch, fewer tries or fewer sparsities",
              problems.size() * tries,
              problems.get(0).features(),
              batch,
              values,
              MOST_VALUES));
    }
  }

  /** The number of features. */
  public int features() {
    return problems.get(0).features();
  }

  /** How many models are trained. */
  int models() {
    return problems.size() * tries;
  }

  /** The problem of a model. */
  ToyProblem problem(final int model) {
    return problems.get(model / tries);
  }
}
