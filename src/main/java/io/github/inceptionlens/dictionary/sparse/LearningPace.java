package io.github.inceptionlens.dictionary.sparse;

/**
 * How wide each step is: a warm-up, the full rate, and a straight way down to nothing over the last
 * fifth.
 *
 * @param rate the full one
 * @param steps of the whole training
 */
record LearningPace(double rate, int steps) {

  private static final int LONGEST_WARM_UP = 1_000;
  private static final int WARM_UPS = 20;
  private static final double DECAY = 0.2;

  /**
   * The width of a step.
   *
   * @param step from 0
   */
  double at(final int step) {
    final double warmUp = Math.max(1, Math.min(LONGEST_WARM_UP, steps / WARM_UPS));
    final double begun = Math.min(1, (step + 1) / warmUp);
    final double left = Math.min(1, (steps - step) / Math.max(1, DECAY * steps));
    return rate * begun * left;
  }
}
