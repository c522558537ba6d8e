package io.github.inceptionlens.image.input;

import ij.ImagePlus;
import ij.measure.Calibration;
import io.github.inceptionlens.core.PixelGrid;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Placement;
import java.awt.Rectangle;

/**
 * Calibrations of results, so that a structure has the same calibrated coordinates as in the image
 * it comes from. In ImageJ's coordinates the center of pixel {@code i} is {@code i + 0.5}.
 */
public final class Calibrations {

  private Calibrations() {}

  /**
   * The calibration of a crop; its values have no calibration function.
   *
   * @param depth the first slice of the crop, from 0
   * @param imageHeight the height in pixels of the image it is cut from
   */
  static Calibration cropped(
      final Calibration source, final Rectangle region, final int depth, final int imageHeight) {
    final Calibration result = source.copy();
    final boolean fromBottom = source.getInvertY() && source.yOrigin == 0;
    final double yOrigin = fromBottom ? imageHeight - 1.0 : source.yOrigin;
    result.xOrigin = source.xOrigin - region.x;
    result.yOrigin = yOrigin - region.y;
    result.zOrigin = source.zOrigin - depth;
    result.disableDensityCalibration();
    return result;
  }

  /**
   * The calibration of a layer's grid: a unit's center lies at the center of what the unit sees.
   *
   * @param region the calibration of the analyzed region's pixels
   */
  public static Calibration grid(
      final Calibration region, final Geometry geometry, final Placement placement) {
    return grid(
        region,
        geometry.x().stride() / placement.scaleX(),
        geometry.y().stride() / placement.scaleY(),
        placement.regionX(geometry.x().center(0)) + 0.5,
        placement.regionY(geometry.y().center(0)) + 0.5);
  }

  /**
   * The calibration of cells side by side, one per unit of a layer, each centered on what its unit
   * sees and as wide as the units lie apart.
   *
   * @param region the calibration of the analyzed region's pixels
   * @param cell width and height of a cell in pixels
   */
  public static Calibration cells(
      final Calibration region,
      final Geometry geometry,
      final Placement placement,
      final int cell) {
    final Calibration units = grid(region, geometry, placement);
    units.pixelWidth /= cell;
    units.pixelHeight /= cell;
    units.xOrigin *= cell;
    units.yOrigin *= cell;
    return units;
  }

  /**
   * The calibration of the network's picture.
   *
   * @param region the calibration of the analyzed region's pixels
   */
  public static Calibration picture(final Calibration region, final Placement placement) {
    return grid(
        region,
        1 / placement.scaleX(),
        1 / placement.scaleY(),
        placement.regionX(0) + 0.5,
        placement.regionY(0) + 0.5);
  }

  /**
   * Where the network's picture lies in the image.
   *
   * @param region the rectangle of the image that the picture was made of
   */
  static PixelGrid pixelGrid(
      final ImagePlus image, final Rectangle region, final Placement placement) {
    final Calibration picture =
        picture(cropped(image.getCalibration(), region, 0, image.getHeight()), placement);
    return new PixelGrid(
        (0.5 - picture.xOrigin) * picture.pixelWidth,
        (0.5 - picture.yOrigin) * picture.pixelHeight,
        picture.pixelWidth,
        picture.pixelHeight,
        picture.getUnit());
  }

  /** The calibration of an image whose pixels lie on a grid. */
  public static Calibration of(final PixelGrid grid) {
    final Calibration result = new Calibration();
    result.setUnit(grid.unit());
    result.pixelWidth = grid.spacingX();
    result.pixelHeight = grid.spacingY();
    result.xOrigin = 0.5 - grid.originX() / grid.spacingX();
    result.yOrigin = 0.5 - grid.originY() / grid.spacingY();
    return result;
  }

  private static Calibration grid(
      final Calibration region,
      final double stepX,
      final double stepY,
      final double firstX,
      final double firstY) {
    final Calibration result = region.copy();
    result.pixelWidth = region.pixelWidth * stepX;
    result.pixelHeight = region.pixelHeight * stepY;
    result.xOrigin = 0.5 - (firstX - region.xOrigin) / stepX;
    result.yOrigin = 0.5 - (firstY - region.yOrigin) / stepY;
    return result;
  }
}
