package io.github.inceptionlens.attribution;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import java.util.List;

/** Attributed values, raw and signed, never rescaled. */
public sealed interface AttributionMap {

  /** The values, width x height x planes. */
  MapStack values();

  /**
   * A value per pixel of the picture.
   *
   * @param values width x height x 3 (red, green, blue), or x 1 from methods that do not tell
   *     colors apart
   */
  record OfPixels(MapStack values) implements AttributionMap {}

  /**
   * A value per position of a layer.
   *
   * @param layer the layer
   * @param geometry where its positions lie on the picture
   * @param map row-major
   */
  record OfLayer(Layer layer, Geometry geometry, float[] map) implements AttributionMap {

    @Override
    public MapStack values() {
      return new MapStack(geometry.x().size(), geometry.y().size(), List.of(map));
    }
  }
}
