package io.github.inceptionlens.image.overlay;

import ij.process.ColorProcessor;
import io.github.inceptionlens.image.display.Luts;
import io.github.inceptionlens.image.display.ValueLimits;

/** A copy of a picture with values drawn over it, in the colors of an activation overlay. */
public final class TintedPicture {

  private static final double OPACITY = 0.6;

  private TintedPicture() {}

  /**
   * Draws values.
   *
   * @param picture is not changed
   * @param values one per pixel, row-major
   * @param most the value of the last color, above 0; a tenth of it and less is not drawn
   */
  public static ColorProcessor of(
      final ColorProcessor picture, final float[] values, final double most) {
    final ColorProcessor tinted = (ColorProcessor) picture.duplicate();
    final OpacityCurve curve = OpacityCurve.chosen(new ValueLimits(most / 10, most));
    final LayerColors colors = new LayerColors(Luts.inferno(), ValueLimits.positive((float) most));
    final int[] pixels = (int[]) tinted.getPixels();
    for (int i = 0; i < pixels.length; i++) {
      final double opacity = OPACITY * curve.of(values[i]);
      if (opacity > 0) {
        pixels[i] = blended(pixels[i], colors.of(values[i]), opacity);
      }
    }
    return tinted;
  }

  private static int blended(final int below, final int above, final double opacity) {
    int blended = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      final double level =
          (1 - opacity) * (below >> shift & 0xff) + opacity * (above >> shift & 0xff);
      blended |= (int) Math.round(level) << shift;
    }
    return blended;
  }
}
