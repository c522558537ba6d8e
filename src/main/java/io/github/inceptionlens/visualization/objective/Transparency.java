package io.github.inceptionlens.visualization.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.engine.ScalarOperations;
import io.github.inceptionlens.network.objective.LayerObjectives;

/**
 * Transparency: pictures whose fourth plane says where they cover their background, and the
 * objective that makes them cover little.
 */
public final class Transparency {

  /** Under which name an objective finds the fourth plane. */
  public static final String NAME = "alpha";

  private static final double BLUR_WEIGHT = 0.1;

  private Transparency() {}

  /** The three planes of colors. */
  public static NDArray colors(final NDArray planes) {
    return planes.get(new NDIndex(":, 0:3"));
  }

  /** The fourth plane. */
  public static NDArray cover(final NDArray planes) {
    return planes.get(new NDIndex(":, 3:4"));
  }

  /** Colors over a background, where they cover it. */
  public static NDArray over(final NDArray colors, final NDArray cover, final NDArray background) {
    return colors.sub(background).mul(cover).add(background);
  }

  /** The objective times the transparent part of the picture, less the cover's raggedness. */
  public static Objective rewarding(final Objective objective) {
    return new Objective(
        objective.names(),
        values -> {
          final NDArray cover = values.get(NAME);
          final NDArray free = LayerObjectives.mean(cover).neg().add(1);
          return objective
              .value()
              .of(values)
              .mul(free)
              .sub(ScalarOperations.times(Penalties.sharpness(cover), BLUR_WEIGHT));
        });
  }
}
