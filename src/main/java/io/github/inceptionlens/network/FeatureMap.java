package io.github.inceptionlens.network;

import io.github.inceptionlens.core.FloatImages;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.real.FloatType;

/**
 * What a layer answered for one picture.
 *
 * @param layer the layer
 * @param geometry where its units lie on the picture
 * @param maps width x height x channels, in units of the activation
 */
public record FeatureMap(Layer layer, Geometry geometry, PlanarImg<FloatType, FloatArray> maps) {

  /** The map of one channel, row-major; the very array behind {@link #maps}. */
  public float[] channel(final int channel) {
    return FloatImages.plane(maps, channel);
  }
}
