package io.github.inceptionlens.network.gradient;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.network.FeatureMap;
import java.util.Map;

/**
 * An objective's value on one picture and its derivatives there.
 *
 * @param value the objective
 * @param pixels width x height x 3 (red, green, blue), change of the objective per step of the
 *     0-255 pixel scale; null when it was not asked for
 * @param layers what layers computed and the derivatives with respect to that, by canonical name
 */
public record Gradient(double value, MapStack pixels, Map<String, AtLayer> layers) {

  /**
   * A layer.
   *
   * @param activation what it computed
   * @param gradient change of the objective per change of the activation
   */
  public record AtLayer(FeatureMap activation, FeatureMap gradient) {}

  /** Copies the map. */
  public Gradient {
    layers = Map.copyOf(layers);
  }
}
