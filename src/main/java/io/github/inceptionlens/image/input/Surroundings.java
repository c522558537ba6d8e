package io.github.inceptionlens.image.input;

import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import java.awt.Rectangle;

/**
 * How much of an image around a region a layer's units in that region see.
 *
 * <p>Where the rectangle ends inside the image, its borders lie whole strides of the layer from
 * those of the image, so that the units fall on the same pixels as on the whole image.
 */
final class Surroundings {

  private Surroundings() {}

  /**
   * The rectangle of the image that is to be shown to the network.
   *
   * @param region the measured rectangle, in pixels of the image
   * @param image all of the image
   */
  static Rectangle of(final Rectangle region, final Rectangle image, final Layer layer) {
    final Geometry geometry = Geometry.of(layer, image.width, image.height);
    final int left = begin(region.x, geometry.x());
    final int top = begin(region.y, geometry.y());
    final int right = end(region.x + region.width, image.width, geometry.x());
    final int bottom = end(region.y + region.height, image.height, geometry.y());
    return new Rectangle(left, top, right - left, bottom - top);
  }

  /** The same, and all of the image where that is scaled. */
  static Rectangle of(
      final Rectangle region,
      final Rectangle image,
      final InputRequest request,
      final Layer layer) {
    return request.scale() == 1 ? of(region, image, layer) : image;
  }

  private static int begin(final int first, final Geometry.Axis axis) {
    final int reach = Math.max(0, first - axis.receptiveField());
    return reach - reach % axis.stride();
  }

  private static int end(final int after, final int length, final Geometry.Axis axis) {
    final int beyond = Math.max(0, length - after - axis.receptiveField());
    return length - (beyond - beyond % axis.stride());
  }
}
