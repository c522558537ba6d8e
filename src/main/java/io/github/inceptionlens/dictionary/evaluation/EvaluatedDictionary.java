package io.github.inceptionlens.dictionary.evaluation;

import java.util.List;

/**
 * A dictionary's figures beside those of what it must be better than.
 *
 * @param name of the dictionary
 * @param mean of vectors that are learned from, one value per channel
 * @param codes itself first
 * @param curve how much is left unexplained at how many active entries
 * @param notes what was left out, and why
 */
public record EvaluatedDictionary(
    String name,
    float[] mean,
    List<EvaluatedCode> codes,
    List<CurvePoint> curve,
    List<String> notes) {

  /**
   * A code with so many entries at a place at most.
   *
   * @param active entries per held-out vector, in the mean
   * @param unexplained of held-out vectors
   */
  public record CurvePoint(EvaluatedCode.Kind kind, int k, double active, double unexplained) {}

  /** Takes lists of any kind. */
  public EvaluatedDictionary {
    codes = List.copyOf(codes);
    curve = List.copyOf(curve);
    notes = List.copyOf(notes);
  }
}
