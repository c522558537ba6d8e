package io.github.inceptionlens.textures;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.textures.random.ExactTrigonometry;

/**
 * What can be said of an image without looking at shapes: four moments and a 16-bin histogram of
 * the luminance, and the logarithm of its radial power spectrum. The side must be a power of two.
 */
final class GlobalStatistics {

  private static final int MOMENTS = 4;
  private static final int BINS = 16;

  private GlobalStatistics() {}

  static double[] of(final Picture image) {
    final double[] luminance = luminance(image);
    final int size = image.width();
    final double[] statistics = new double[MOMENTS + BINS + size / 2];
    moments(luminance, statistics);
    for (final double value : luminance) {
      statistics[MOMENTS + (int) Math.min(BINS - 1, value * BINS)] += 1.0 / luminance.length;
    }
    spectrum(luminance, size, statistics, MOMENTS + BINS);
    return statistics;
  }

  private static double[] luminance(final Picture image) {
    final float[] red = image.plane(0);
    final float[] green = image.plane(1);
    final float[] blue = image.plane(2);
    final double[] luminance = new double[red.length];
    for (int i = 0; i < red.length; i++) {
      luminance[i] = (0.299 * red[i] + 0.587 * green[i] + 0.114 * blue[i]) / 255;
    }
    return luminance;
  }

  private static void moments(final double[] values, final double[] into) {
    double mean = 0;
    for (final double value : values) {
      mean += value / values.length;
    }
    final double[] central = new double[5];
    for (final double value : values) {
      double power = 1;
      for (int k = 1; k <= 4; k++) {
        power *= value - mean;
        central[k] += power / values.length;
      }
    }
    final double deviation = Math.sqrt(central[2]) + 1e-9;
    into[0] = mean;
    into[1] = deviation;
    into[2] = central[3] / Math.pow(deviation, 3);
    into[3] = central[4] / Math.pow(deviation, 4);
  }

  private static void spectrum(
      final double[] values, final int size, final double[] into, final int start) {
    final double[] real = values.clone();
    final double[] imaginary = new double[values.length];
    for (int i = 0; i < size; i++) {
      transform(real, imaginary, i * size, 1, size);
    }
    for (int i = 0; i < size; i++) {
      transform(real, imaginary, i, size, size);
    }
    final double[] power = new double[size / 2];
    final double[] count = new double[size / 2];
    for (int i = 0; i < values.length; i++) {
      final double u = Math.min(i % size, size - i % size);
      final double v = Math.min(i / size, size - i / size);
      final int radius = (int) Math.round(Math.sqrt(u * u + v * v));
      if (radius > 0 && radius <= size / 2) {
        power[radius - 1] += real[i] * real[i] + imaginary[i] * imaginary[i];
        count[radius - 1]++;
      }
    }
    for (int i = 0; i < power.length; i++) {
      into[start + i] = Math.log(power[i] / count[i] + 1e-9);
    }
  }

  /** The discrete Fourier transform of one line in place (radix 2). */
  private static void transform(
      final double[] re, final double[] im, final int start, final int step, final int n) {
    for (int i = 0, j = 0; i < n; i++) {
      if (i < j) {
        swap(re, start + i * step, start + j * step);
        swap(im, start + i * step, start + j * step);
      }
      int bit = n >> 1;
      for (; (j & bit) != 0 && bit > 0; bit >>= 1) {
        j ^= bit;
      }
      j ^= bit;
    }
    for (int half = 1; half < n; half *= 2) {
      for (int k = 0; k < half; k++) {
        final double cos = ExactTrigonometry.cos(-0.5 * k / half);
        final double sin = ExactTrigonometry.sin(-0.5 * k / half);
        for (int i = k; i < n; i += 2 * half) {
          final int a = start + i * step;
          final int b = a + half * step;
          final double r = re[b] * cos - im[b] * sin;
          final double m = re[b] * sin + im[b] * cos;
          re[b] = re[a] - r;
          im[b] = im[a] - m;
          re[a] += r;
          im[a] += m;
        }
      }
    }
  }

  private static void swap(final double[] values, final int a, final int b) {
    final double value = values[a];
    values[a] = values[b];
    values[b] = value;
  }
}
