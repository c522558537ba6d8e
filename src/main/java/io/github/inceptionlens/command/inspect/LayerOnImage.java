package io.github.inceptionlens.command.inspect;

import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.image.input.ImageInput;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;

/**
 * Where a layer's units lie on an image.
 *
 * @param input what the network sees of the image
 * @param geometry of the layer on the network's picture
 */
public record LayerOnImage(ImageInput input, Layer layer, Geometry geometry) {

  public LayerOnImage(final ImageInput input, final Layer layer) {
    this(input, layer, Geometry.of(layer, input.networkWidth(), input.networkHeight()));
  }

  /**
   * The unit whose receptive field's center is nearest to a place.
   *
   * @param x the column in the image's pixels, whole numbers their centers
   * @param y the row
   * @return its index, row-major over the layer
   */
  public int unit(final double x, final double y) {
    final Rectangle region = input.region();
    final Placement placement = input.placement();
    final int column = geometry.x().nearest(placement.networkX(x - region.x));
    final int row = geometry.y().nearest(placement.networkY(y - region.y));
    return row * geometry.x().size() + column;
  }

  /**
   * What a unit sees, perhaps beyond the image's borders.
   *
   * @param unit index, row-major over the layer
   * @return in the image's pixels, counted from their borders as ImageJ's areas are
   */
  public Rectangle2D field(final int unit) {
    final int column = unit % geometry.x().size();
    final int row = unit / geometry.x().size();
    return onImage(
        geometry.x().first(column),
        geometry.y().first(row),
        geometry.x().last(column),
        geometry.y().last(row));
  }

  /** The pixels of the image under some of the network's picture, first and last ones included. */
  public Rectangle2D onImage(
      final double left, final double top, final double right, final double bottom) {
    final Placement placement = input.placement();
    final Rectangle region = input.region();
    final Rectangle2D place = new Rectangle2D.Double();
    place.setFrameFromDiagonal(
        region.x + placement.regionX(left - HALF) + HALF,
        region.y + placement.regionY(top - HALF) + HALF,
        region.x + placement.regionX(right + HALF) + HALF,
        region.y + placement.regionY(bottom + HALF) + HALF);
    return place;
  }

  private static final double HALF = 0.5;
}
