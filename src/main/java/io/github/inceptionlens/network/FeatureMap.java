package io.github.inceptionlens.network;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import java.util.List;
import java.util.stream.Stream;

/**
 * The response of a layer to one picture.
 *
 * @param layer the layer
 * @param geometry where its units lie on the picture
 * @param maps width x height x channels, in units of the activation
 */
public record FeatureMap(Layer layer, Geometry geometry, MapStack maps) {

  /** A map to be filled, of a picture of so many pixels. */
  public static FeatureMap empty(final Layer layer, final int width, final int height) {
    final Geometry geometry = Geometry.of(layer, width, height);
    final int columns = geometry.x().size();
    final int rows = geometry.y().size();
    final List<float[]> planes =
        Stream.generate(() -> new float[columns * rows]).limit(layer.channels()).toList();
    return new FeatureMap(layer, geometry, new MapStack(columns, rows, planes));
  }

  /** The map of one channel, row-major; the very array behind {@link #maps}. */
  public float[] channel(final int channel) {
    return maps.plane(channel);
  }
}
