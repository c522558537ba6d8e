package io.github.inceptionlens.attribution;

import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.UserError;
import java.util.Locale;

/** How the values of red, green and blue become one. */
public enum ColorReduction {

  /** Their sum; with {@link Sign#ABSOLUTE} the sum of their magnitudes. */
  SUM {
    @Override
    double signed(final float[][] planes, final int i) {
      double sum = 0;
      for (final float[] plane : planes) {
        sum += plane[i];
      }
      return sum;
    }

    @Override
    double magnitude(final float[][] planes, final int i) {
      double sum = 0;
      for (final float[] plane : planes) {
        sum += Math.abs(plane[i]);
      }
      return sum;
    }
  },

  /** The one of largest magnitude. */
  MAX {
    @Override
    double signed(final float[][] planes, final int i) {
      double largest = 0;
      for (final float[] plane : planes) {
        largest = Math.abs(plane[i]) > Math.abs(largest) ? plane[i] : largest;
      }
      return largest;
    }

    @Override
    double magnitude(final float[][] planes, final int i) {
      return Math.abs(signed(planes, i));
    }
  },

  /** The root of the sum of their squares, with the sign of their sum. */
  L2 {
    @Override
    double signed(final float[][] planes, final int i) {
      return Math.copySign(magnitude(planes, i), SUM.signed(planes, i));
    }

    @Override
    double magnitude(final float[][] planes, final int i) {
      double sum = 0;
      for (final float[] plane : planes) {
        sum += (double) plane[i] * plane[i];
      }
      return Math.sqrt(sum);
    }
  };

  abstract double signed(float[][] planes, int index);

  abstract double magnitude(float[][] planes, int index);

  /**
   * One value per pixel or position.
   *
   * @param values width x height x colors, or x 1
   * @return row-major
   */
  public float[] of(final MapStack values, final Sign sign) {
    final float[][] planes = values.arrays();
    final float[] result = new float[planes[0].length];
    for (int i = 0; i < result.length; i++) {
      result[i] =
          (float)
              switch (sign) {
                case ABSOLUTE -> magnitude(planes, i);
                case SIGNED -> signed(planes, i);
                case POSITIVE -> Math.max(signed(planes, i), 0);
              };
    }
    return result;
  }

  /** The name in dialogs and macros. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The color rule with the given label, in any case.
   *
   * @throws UserError when there is none
   */
  public static ColorReduction of(final String label) {
    return Choices.named("color", label, values(), ColorReduction::label);
  }
}
