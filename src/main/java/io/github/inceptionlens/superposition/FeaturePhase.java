package io.github.inceptionlens.superposition;

/**
 * What becomes of a feature in a model that has fewer dimensions than features.
 *
 * @see <a href="https://transformer-circuits.pub/2022/toy_model/">Elhage et al. 2022</a>
 */
public enum FeaturePhase {
  /** It is not written down: its direction is shorter than ½. */
  IGNORED("not represented"),
  /** It has a dimension of its own: the interference of others is less than 0.1. */
  DEDICATED("own dimension"),
  /** It shares its dimensions with others. */
  SUPERPOSED("superposition");

  private static final double SHORT = 0.5;
  private static final double ALONE = 0.1;

  private final String words;

  FeaturePhase(final String words) {
    this.words = words;
  }

  /** That of a direction. */
  public static FeaturePhase of(final FeatureGeometry geometry, final int direction) {
    if (geometry.norms()[direction] < SHORT) {
      return IGNORED;
    }
    return geometry.interference()[direction] < ALONE ? DEDICATED : SUPERPOSED;
  }

  @Override
  public String toString() {
    return words;
  }
}
