package io.github.inceptionlens.evaluation.measure;

/**
 * What a target's score does while a picture changes in equal steps.
 *
 * @param scores the scores before the first step and after each, at least two
 */
public record ScoreCurve(double[] scores) {

  /** Copies the scores. */
  public ScoreCurve {
    if (scores.length < 2) {
      throw new IllegalArgumentException("a curve needs two scores, not " + scores.length);
    }
    scores = scores.clone();
  }

  @Override
  public double[] scores() {
    return scores.clone();
  }

  /** The parts of the way, 0 to 1, at which the scores stand. */
  public double[] parts() {
    final double[] parts = new double[scores.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = (double) i / (parts.length - 1);
    }
    return parts;
  }

  /**
   * The area under the curve over a way of length 1: (Σ − first/2 − last/2) / (n − 1) for n scores
   * (Petsiuk et al. 2018).
   */
  public double area() {
    double sum = -(scores[0] + scores[scores.length - 1]) / 2;
    for (final double score : scores) {
      sum += score;
    }
    return sum / (scores.length - 1);
  }
}
