package io.github.inceptionlens.network;

import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import java.util.stream.Stream;

/**
 * The response of a layer to one picture.
 *
 * @param layer the layer
 * @param geometry where its units lie on the picture
 * @param maps width x height x channels, in units of the activation
 */
public record FeatureMap(Layer layer, Geometry geometry, MapStack maps) {

  static final String SMALLER =
      "choose a higher layer, a smaller scale or size, or a smaller selection with crop";

  /**
   * A map to be filled, of a picture of so many pixels.
   *
   * @throws io.github.inceptionlens.core.UserError when Java's memory cannot hold it
   */
  public static FeatureMap empty(final Layer layer, final int width, final int height) {
    final Geometry geometry = Geometry.of(layer, width, height);
    return new FeatureMap(layer, geometry, planes(layer, geometry, layer.channels(), SMALLER));
  }

  /**
   * Maps to be filled, of some of a layer's channels.
   *
   * @param remedy how to need less
   * @throws io.github.inceptionlens.core.UserError when Java's memory cannot hold them
   */
  static MapStack planes(
      final Layer layer, final Geometry geometry, final int channels, final String remedy) {
    final int columns = geometry.x().size();
    final int rows = geometry.y().size();
    HeapCheck.require(
        bytes(geometry, channels),
        layer + " (" + channels + " channels of " + columns + " x " + rows + " units)",
        remedy);
    return new MapStack(
        columns, rows, Stream.generate(() -> new float[columns * rows]).limit(channels).toList());
  }

  /** The bytes of so many maps. */
  static long bytes(final Geometry geometry, final int channels) {
    return (long) Float.BYTES * geometry.x().size() * geometry.y().size() * channels;
  }

  /** The map of one channel, row-major; the very array behind {@link #maps}. */
  public float[] channel(final int channel) {
    return maps.plane(channel);
  }
}
