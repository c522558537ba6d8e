package io.github.inceptionlens.command.inspector;

import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.util.Optional;

/**
 * Where an image is read: at a point, over a rectangle, or nowhere yet.
 *
 * @param point in the image's pixels, whole numbers their centers
 */
record InspectedPlace(Optional<Point2D> point, Optional<Rectangle> area) {

  static final InspectedPlace NOWHERE = new InspectedPlace(Optional.empty(), Optional.empty());

  static InspectedPlace at(final Point2D point) {
    return new InspectedPlace(Optional.of(point), Optional.empty());
  }

  static InspectedPlace over(final Rectangle area) {
    return new InspectedPlace(Optional.empty(), Optional.of(area));
  }

  /** What a layer gives there. */
  Optional<PlaceReading> read(final Optional<Inspection> map, final int count) {
    return map.flatMap(
        one ->
            point
                .map(at -> one.at(at, count))
                .or(() -> area.map(pixels -> one.over(pixels, count))));
  }
}
