package io.github.inceptionlens.attribution;

import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.Registration;
import java.util.Optional;

/**
 * How attributed values are read as one number per pixel.
 *
 * @param color how the colors' values become one
 * @param sign the side that counts; empty for the one that a reader of the method expects
 */
public record MapReduction(ColorReduction color, Optional<Sign> sign) {

  /** The text that stands for the side that a reader expects. */
  public static final String AUTO = "auto";

  /**
   * The reading with the given labels.
   *
   * @param sign {@value #AUTO} or the label of a {@link Sign}
   * @throws io.github.inceptionlens.core.UserError when there is none
   */
  public static MapReduction of(final String color, final String sign) {
    return new MapReduction(
        ColorReduction.of(color),
        sign.equalsIgnoreCase(AUTO) ? Optional.empty() : Optional.of(Sign.of(sign)));
  }

  /** The side of an attribution that counts. */
  public Sign sign(final Attribution attribution) {
    return sign.orElseGet(attribution::usualSign);
  }

  /**
   * One value per pixel of the picture.
   *
   * @param width the picture's pixels
   * @param height the picture's pixels
   * @return row-major
   */
  public float[] plane(final Attribution attribution, final int width, final int height) {
    return plane(attribution, width, height, Registration.ALIGNED);
  }

  /**
   * The same with the map of a layer laid otherwise.
   *
   * @param registration how the map of a layer is laid; other maps have a value per pixel already
   */
  public float[] plane(
      final Attribution attribution,
      final int width,
      final int height,
      final Registration registration) {
    return attribution.plane(
        color, sign(attribution), Placement.identity(width, height), registration);
  }
}
