package io.github.inceptionlens.dictionary.sparse;

import java.util.Map;

/**
 * All that a training goes on from.
 *
 * @param numbers by name: weights, moments of the optimizer, the best so far, the course
 * @param texts by name: step, threshold and other single values, which a text holds exactly
 */
public record TrainingState(Map<String, float[]> numbers, Map<String, String> texts) {

  /** Takes maps of any kind. */
  public TrainingState {
    numbers = Map.copyOf(numbers);
    texts = Map.copyOf(texts);
  }
}
