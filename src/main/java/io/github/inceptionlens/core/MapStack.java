package io.github.inceptionlens.core;

import java.util.List;

/**
 * Maps of values of one size, a plane each: feature maps, attributions, derivatives. The values
 * have no bounds and are never rescaled.
 */
public final class MapStack extends FloatPlanes<MapStack> {

  /**
   * @param planes one row-major array of {@code width * height} values per map; shared, not copied
   */
  public MapStack(final int width, final int height, final List<float[]> planes) {
    super(width, height, planes);
  }

  @Override
  public MapStack withPlanes(final List<float[]> planes) {
    return new MapStack(width(), height(), planes);
  }
}
