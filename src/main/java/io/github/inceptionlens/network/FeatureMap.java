package io.github.inceptionlens.network;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;

/**
 * The response of a layer to one picture.
 *
 * @param layer the layer
 * @param geometry where its units lie on the picture
 * @param maps width x height x channels, in units of the activation
 */
public record FeatureMap(Layer layer, Geometry geometry, MapStack maps) {

  /** The map of one channel, row-major; the very array behind {@link #maps}. */
  public float[] channel(final int channel) {
    return maps.plane(channel);
  }
}
