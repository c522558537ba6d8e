package io.github.inceptionlens.visualization.parameterization;

import io.github.inceptionlens.core.UserError;
import java.util.Arrays;
import java.util.Locale;

/**
 * How large the Fourier coefficients of pictures are, and their mean color: of decorrelated colors
 * before the sigmoid.
 */
public final class Spectrum {

  private static final int COLORS = 3;
  private static final int ANY = 0;

  /**
   * One over the frequency, as in natural photographs, around gray; the three planes have a
   * standard deviation of 1, as in Xplique, the reference implementation of MaCo.
   */
  public static final Spectrum INVERSE_FREQUENCY =
      new Spectrum("1/f", ANY, new float[0], new float[COLORS]);

  private final String description;
  private final int size;
  private final float[] magnitudes;
  private final float[] means;

  /**
   * @param description where it comes from
   * @param size width and height of the pictures that it is of
   * @param magnitudes as {@link #magnitudes(int, int)} returns them
   * @param means of the three planes
   */
  Spectrum(
      final String description, final int size, final float[] magnitudes, final float[] means) {
    this.description = description;
    this.size = size;
    this.magnitudes = magnitudes;
    this.means = means;
  }

  /**
   * The magnitudes.
   *
   * @return plane by plane, column frequency by column frequency (0 to width / 2) the row
   *     frequencies; those of frequency 0 are 0
   * @throws UserError when it is that of pictures of another size
   */
  float[] magnitudes(final int width, final int height) {
    if (size == ANY) {
      return inverseFrequencies(width, height);
    }
    if (width != size || height != size) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the spectrum is one of %d x %d pixels, but the picture has %d x %d",
              size,
              size,
              width,
              height));
    }
    return magnitudes.clone();
  }

  private static float[] inverseFrequencies(final int width, final int height) {
    final float[] plane = new float[(width / 2 + 1) * height];
    double power = 0;
    for (int i = 1; i < plane.length; i++) {
      final int column = i / height;
      plane[i] = (float) (1 / RealDft.frequency(column, i % height, width, height));
      power += (RealDft.isSingle(column, width) ? 1.0 : 2.0) * plane[i] * plane[i];
    }
    final double scale = power == 0 ? 0 : (double) width * height / Math.sqrt(power);
    final float[] all = new float[COLORS * plane.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = (float) (scale * plane[i % plane.length]);
    }
    return all;
  }

  /** The means of the three planes. */
  float[] means() {
    return means.clone();
  }

  /** What tells it from others: where it comes from and, of a measured one, a digest. */
  @Override
  public String toString() {
    return size == ANY
        ? description
        : String.format(
            Locale.ROOT,
            "%s, digest %08x",
            description,
            31 * Arrays.hashCode(magnitudes) + Arrays.hashCode(means));
  }
}
