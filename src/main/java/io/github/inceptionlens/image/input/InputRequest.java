package io.github.inceptionlens.image.input;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.display.DisplayRange;
import java.util.Locale;

/**
 * What of an image the user wants analyzed.
 *
 * @param fit how a region becomes the network's picture
 * @param scale picture pixels per region pixel, above 0 and at most {@value #LARGEST_SCALE}; other
 *     than 1 only with {@link Fit#OWN_SIZE}
 * @param range which values become black and white
 * @param stack whether all slices are analyzed, not the current one alone
 */
public record InputRequest(Fit fit, double scale, DisplayRange range, boolean stack) {

  /** The largest scale that is accepted. */
  public static final double LARGEST_SCALE = 100;

  /**
   * Refuses a scale out of range, or beside a fit that sets the size.
   *
   * @throws UserError naming the scale and what is allowed
   */
  public InputRequest {
    if (!(scale > 0 && scale <= LARGEST_SCALE)) {
      throw new UserError(
          "scale is " + scale + ", expected a number above 0 and at most " + (int) LARGEST_SCALE);
    }
    if (fit != Fit.OWN_SIZE && scale != 1) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "scale is %s, but with fit \"%s\" the picture is always %d x %d pixels: leave scale"
                  + " at 1 or choose fit \"%s\"",
              scale,
              fit,
              Fit.SIDE,
              Fit.SIDE,
              Fit.OWN_SIZE));
    }
  }

  /** The current slice at its own size with the automatic range. */
  public static InputRequest ownSize() {
    return new InputRequest(Fit.OWN_SIZE, 1, DisplayRange.AUTO, false);
  }
}
