package io.github.inceptionlens.dictionary.sparse;

import io.github.inceptionlens.dictionary.Directions;
import io.github.inceptionlens.dictionary.vectors.VectorCensus;
import java.util.List;

/**
 * What a training came to.
 *
 * @param directions the dictionary without a name, in units of the activation
 * @param figures how good it is
 * @param steps after how many updates it was best on held-out vectors, which is what it is
 * @param done how many updates were made; fewer than asked for where the user stopped
 * @param census what the vectors were like
 * @param course of the training
 * @param mixtures of which places each entry is made, largest part first; empty where the method
 *     makes no mixtures
 */
public record TrainedDictionary(
    Directions directions,
    SparseFigures figures,
    int steps,
    int done,
    VectorCensus census,
    List<CoursePoint> course,
    List<List<Part>> mixtures) {

  /**
   * A place's part in an entry.
   *
   * @param row of the vectors
   * @param weight above 0; those of an entry sum to 1
   */
  public record Part(int row, double weight) {}
}
