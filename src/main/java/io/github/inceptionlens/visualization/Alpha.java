package io.github.inceptionlens.visualization;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.engine.ScalarOperations;

/**
 * Transparency: pictures whose fourth plane says where they cover their background, and the
 * objective that makes them cover little.
 */
final class Alpha {

  /** Under which name an objective finds the fourth plane. */
  static final String NAME = "alpha";

  private static final double BLUR_WEIGHT = 0.1;

  private Alpha() {}

  /** The three planes of colours. */
  static NDArray colours(final NDArray planes) {
    return planes.get(new NDIndex(":, 0:3"));
  }

  /** The fourth plane. */
  static NDArray cover(final NDArray planes) {
    return planes.get(new NDIndex(":, 3:4"));
  }

  /** Colours over a background, where they cover it. */
  static NDArray over(final NDArray colours, final NDArray cover, final NDArray background) {
    return colours.sub(background).mul(cover).add(background);
  }

  /** The objective times the transparent part of the picture, less the cover's raggedness. */
  static Objective rewarding(final Objective objective) {
    return new Objective(
        objective.names(),
        values -> {
          final NDArray cover = values.get(NAME);
          final NDArray free = Objectives.mean(cover).neg().add(1);
          return objective
              .value()
              .of(values)
              .mul(free)
              .sub(ScalarOperations.times(Penalties.sharpness(cover), BLUR_WEIGHT));
        });
  }
}
