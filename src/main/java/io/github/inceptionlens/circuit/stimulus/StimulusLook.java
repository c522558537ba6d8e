package io.github.inceptionlens.circuit.stimulus;

import io.github.inceptionlens.core.UserError;
import java.util.Locale;

/**
 * How stimuli are drawn.
 *
 * @param side width and height of the picture in pixels, {@value #LEAST} to {@value #MOST}
 * @param line the width of lines and bars in pixels
 * @param opening the angle between the legs of a corner in degrees
 * @param filled whether curves and corners are areas, not lines
 * @param foreground red, green and blue of what is drawn, {@code 0xrrggbb}
 * @param background the same of what it is drawn on
 */
public record StimulusLook(
    int side, double line, double opening, boolean filled, int foreground, int background) {

  /** The shortest side of a picture. */
  public static final int LEAST = 8;

  /** The longest side of a picture. */
  public static final int MOST = 2048;

  private static final int HALF_TURN = 180;

  /** Refuses what cannot be drawn. */
  public StimulusLook {
    if (side < LEAST || side > MOST) {
      throw new UserError("size is " + side + ", expected " + LEAST + " to " + MOST + " pixels");
    }
    if (!(line > 0 && line <= side)) {
      throw new UserError(
          String.format(
              Locale.ROOT, "line is %s, expected a width in pixels up to %d", line, side));
    }
    if (!(opening > 0 && opening < HALF_TURN)) {
      throw new UserError(
          "opening is " + opening + ", expected an angle above 0 and below 180 degrees");
    }
    if (foreground == background) {
      throw new UserError("foreground and background are the same color: nothing would be seen");
    }
  }

  /** Whether both colors are gray. */
  public boolean isGray() {
    return isGray(foreground) && isGray(background);
  }

  private static boolean isGray(final int color) {
    return (color >> 16 & 0xff) == (color & 0xff) && (color >> 8 & 0xff) == (color & 0xff);
  }
}
