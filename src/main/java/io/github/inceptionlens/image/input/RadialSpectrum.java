package io.github.inceptionlens.image.input;

import ij.process.FHT;
import ij.process.FloatProcessor;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.PictureRows;

/**
 * How the variance of a picture is spread over frequencies, whatever their direction: of the
 * largest square in its middle whose side is a power of two, at most 1024, under a Hann window, the
 * powers of the colors summed.
 *
 * <p>The lowest frequency that counts has one period over the square.
 */
public final class RadialSpectrum {

  private static final int LARGEST = 1024;
  private static final int COLORS = 3;

  private final double[] powers;
  private final double all;

  private RadialSpectrum(final double[] powers) {
    this.powers = powers;
    double sum = 0;
    for (final double power : powers) {
      sum += power;
    }
    this.all = sum;
  }

  /**
   * The spectrum of a picture, of which the square's rows are read alone; one of a single row or
   * column counts as uniform.
   */
  public static RadialSpectrum of(final PictureRows picture) {
    final int shorter = Math.min(picture.width(), picture.height());
    final int side = Math.min(LARGEST, Integer.highestOneBit(shorter));
    final Picture rows = picture.rows((picture.height() - side) / 2, side);
    final double[] powers = new double[2 * side];
    for (int color = 0; color < COLORS && side > 1; color++) {
      final FloatProcessor plane = new FloatProcessor(rows.width(), side, rows.plane(color));
      plane.setRoi((rows.width() - side) / 2, 0, side, side);
      add(windowed((FloatProcessor) plane.crop()), powers);
    }
    powers[0] = 0;
    return new RadialSpectrum(powers);
  }

  private static FHT windowed(final FloatProcessor square) {
    final int side = square.getWidth();
    final double mean = square.getStats().mean;
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        square.setf(x, y, (float) ((square.getf(x, y) - mean) * hann(x, side) * hann(y, side)));
      }
    }
    final FHT spectrum = new FHT(square);
    spectrum.transform();
    return spectrum;
  }

  private static double hann(final int index, final int length) {
    return (1 - Math.cos(2 * Math.PI * (index + 0.5) / length)) / 2;
  }

  private static void add(final FHT spectrum, final double[] powers) {
    final int side = spectrum.getWidth();
    for (int v = 0; v < side; v++) {
      for (int u = 0; u < side; u++) {
        final double periods = Math.hypot(Math.min(u, side - u), Math.min(v, side - v));
        powers[(int) Math.round(periods)] += Math.pow(spectrum.getf(u, v), 2);
      }
    }
  }

  /**
   * The part of the variance above a frequency.
   *
   * @param frequency in periods per pixel, 0 to 0.7
   * @return 0 to 1; 0 for a uniform picture
   */
  public double above(final double frequency) {
    double part = 0;
    for (int i = (int) Math.floor(frequency * side()) + 1; i < powers.length; i++) {
      part += powers[i];
    }
    return all == 0 ? 0 : part / all;
  }

  /** The period in pixels below which half of the variance lies; 0 for a uniform picture. */
  public double halfPeriod() {
    double sum = 0;
    for (int i = 1; i < powers.length && all > 0; i++) {
      sum += powers[i];
      if (2 * sum >= all) {
        return (double) side() / i;
      }
    }
    return 0;
  }

  private int side() {
    return powers.length / 2;
  }
}
