package io.github.inceptionlens.attribution;

import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.core.target.Target;
import java.util.Optional;

/**
 * The result of a method.
 *
 * @param map the attributed values
 * @param target the target with canonical names, {@code top} replaced by its class
 * @param value the target's value on the picture
 * @param completeness for methods that promise it
 * @param warning what the reader must know before looking at the map: a map without contrast, a
 *     target that does not depend on the image
 * @param provenance the method and what it read of the request, and what came of it
 */
public record Attribution(
    AttributionMap map,
    Target target,
    double value,
    Optional<Completeness> completeness,
    Optional<String> warning,
    Provenance provenance) {

  /**
   * One value per pixel of the picture; the map of a layer is laid on it, each position at the
   * center of what it sees, linear between.
   *
   * @param width the picture's pixels
   * @param height the picture's pixels
   * @return row-major
   */
  public float[] plane(
      final ColorReduction color, final Sign sign, final int width, final int height) {
    return plane(color, sign, Placement.identity(width, height), Registration.ALIGNED);
  }

  /**
   * As {@link #plane(ColorReduction, Sign, int, int)}, with the map of a layer laid otherwise.
   *
   * @param picture the picture on itself
   * @param registration how the map of a layer is laid; other maps have a value per pixel already
   */
  public float[] plane(
      final ColorReduction color,
      final Sign sign,
      final Placement picture,
      final Registration registration) {
    final float[] values = color.of(map.values(), sign);
    return map instanceof AttributionMap.OfLayer layer
        ? registration.place(values, layer.geometry(), picture)
        : values;
  }

  /** The sum of all raw values, for and against the target. */
  public double sum() {
    return PlaneArithmetic.sum(map.values());
  }

  /**
   * The side of the values that a reader expects: the positive one for the map of a layer and for a
   * map without values below zero, both for another map that does not tell colors apart, else the
   * magnitude.
   */
  public Sign usualSign() {
    if (map instanceof AttributionMap.OfLayer) {
      return Sign.POSITIVE;
    }
    if (map.values().dimension(2) > 1) {
      return Sign.ABSOLUTE;
    }
    return PlaneArithmetic.range(map.values())[0] < 0 ? Sign.SIGNED : Sign.POSITIVE;
  }
}
