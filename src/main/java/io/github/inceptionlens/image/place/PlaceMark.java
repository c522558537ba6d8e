package io.github.inceptionlens.image.place;

import ij.ImagePlus;
import ij.gui.Roi;
import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;

/** What is selected at a place. */
public sealed interface PlaceMark permits MarkedPoints, MarkedArea {

  /** Nothing: a place that is a whole slice. */
  PlaceMark NOTHING = new MarkedPoints(List.of(), false);

  /**
   * A point.
   *
   * @param x the column in pixels; whole numbers are the centers of pixels, from 0
   * @param y the row in pixels
   */
  static PlaceMark pixels(final double x, final double y) {
    return new MarkedPoints(List.of(new MarkedPoints.At(x, y)), false);
  }

  /** A point in the unit of the image's calibration. */
  static PlaceMark calibrated(final double x, final double y) {
    return new MarkedPoints(List.of(new MarkedPoints.At(x, y)), true);
  }

  /** A rectangle of pixels. */
  static PlaceMark area(final Rectangle pixels) {
    return new MarkedArea(new Rectangle(pixels));
  }

  /**
   * The selection on an image.
   *
   * @return nothing where nothing is to be selected
   * @throws io.github.inceptionlens.core.UserError when it lies outside of the image
   */
  Optional<Roi> on(ImagePlus image);

  /** This and what another mark selects, as far as both are points; else the other one. */
  PlaceMark and(PlaceMark other);
}
