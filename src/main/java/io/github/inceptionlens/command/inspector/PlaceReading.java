package io.github.inceptionlens.command.inspector;

import io.github.inceptionlens.activation.UnitValue;
import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * What a layer gives at a place of an image.
 *
 * @param at the place in the image's pixels, whole numbers their centers; of a rectangle its middle
 * @param area the rectangle whose mean it is; nothing for a point
 * @param values of the strongest channels, the strongest first
 * @param field what the unit sees, or what was read of a rectangle, in the image's pixels, counted
 *     from their borders
 * @param unit index of the unit, row-major over the layer; -1 for a rectangle
 */
record PlaceReading(
    Point2D at, Optional<Rectangle> area, List<UnitValue> values, Rectangle2D field, int unit) {

  PlaceReading {
    values = List.copyOf(values);
  }

  /** The channel that is strongest, where any fires. */
  Optional<UnitValue> strongest() {
    return values.stream().findFirst().filter(one -> one.value() > 0);
  }

  /** Whether another reading is of the same unit, which gives the same. */
  boolean isOfSame(final PlaceReading other) {
    return unit >= 0 && unit == other.unit && values.equals(other.values);
  }
}
