package io.github.inceptionlens.attribution;

import io.github.inceptionlens.core.FloatImages;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import java.util.List;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.real.FloatType;

/** Attributed values, raw and signed, never rescaled. */
public sealed interface AttributionMap {

  /** The values, width x height x planes. */
  PlanarImg<FloatType, FloatArray> values();

  /**
   * A value per pixel of the picture.
   *
   * @param values width x height x 3 (red, green, blue), or x 1 from methods that do not tell
   *     colours apart
   */
  record OfPixels(PlanarImg<FloatType, FloatArray> values) implements AttributionMap {}

  /**
   * A value per position of a layer.
   *
   * @param layer the layer
   * @param geometry where its positions lie on the picture
   * @param map row-major
   */
  record OfLayer(Layer layer, Geometry geometry, float[] map) implements AttributionMap {

    @Override
    public PlanarImg<FloatType, FloatArray> values() {
      return FloatImages.of(geometry.x().size(), geometry.y().size(), List.of(map));
    }
  }
}
