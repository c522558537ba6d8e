package io.github.inceptionlens.dictionary.evaluation;

import io.github.inceptionlens.core.UserError;
import java.util.List;

/**
 * What is measured beside a dictionary itself.
 *
 * @param nulls whether what it must be better than is made and measured, too
 * @param seeds how often what chance has a part in is made, the dictionary's training included; 1
 *     for no further training of it
 * @param curve numbers of active entries for which the training is repeated
 * @param seed of what is drawn
 */
public record EvaluationRequest(boolean nulls, int seeds, List<Integer> curve, long seed) {

  private static final int MOST_SEEDS = 20;

  /**
   * Refuses numbers that are none.
   *
   * @throws UserError with the key's name
   */
  public EvaluationRequest {
    curve = List.copyOf(curve);
    if (seeds < 1 || seeds > MOST_SEEDS) {
      throw new UserError("seeds is " + seeds + ", expected 1 to " + MOST_SEEDS);
    }
    for (final int k : curve) {
      if (k < 1) {
        throw new UserError("curve has " + k + ", expected numbers of active entries above 0");
      }
    }
  }
}
