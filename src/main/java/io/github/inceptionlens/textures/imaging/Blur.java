package io.github.inceptionlens.textures.imaging;

import io.github.inceptionlens.textures.random.ExactTrigonometry;

/** A Gaussian blur in place; beyond the border the border's values go on. */
final class Blur {

  private final double[] weights;

  /**
   * @param sigma the deviation in pixels, above 0
   */
  Blur(final double sigma) {
    final int reach = reach(sigma);
    weights = new double[reach + 1];
    double sum = 0;
    for (int i = 0; i <= reach; i++) {
      weights[i] = ExactTrigonometry.decay(i * i / (2 * sigma * sigma));
      sum += i == 0 ? weights[i] : 2 * weights[i];
    }
    for (int i = 0; i <= reach; i++) {
      weights[i] /= sum;
    }
  }

  /** How many pixels to each side a pixel spreads, along rows and columns. */
  static int reach(final double sigma) {
    return Math.max(1, (int) Math.ceil(2.5 * sigma));
  }

  void apply(final float[] values, final int width, final int height) {
    final double[] line = new double[Math.max(width, height) + 2 * weights.length];
    for (int y = 0; y < height; y++) {
      along(values, y * width, 1, width, line);
    }
    for (int x = 0; x < width; x++) {
      along(values, x, width, height, line);
    }
  }

  private void along(
      final float[] values, final int start, final int step, final int count, final double[] line) {
    final int reach = weights.length - 1;
    for (int i = -reach; i < count + reach; i++) {
      line[i + reach] = values[start + Math.max(0, Math.min(count - 1, i)) * step];
    }
    for (int i = 0; i < count; i++) {
      double sum = weights[0] * line[i + reach];
      for (int k = 1; k <= reach; k++) {
        sum += weights[k] * (line[i + reach - k] + line[i + reach + k]);
      }
      values[start + i * step] = (float) sum;
    }
  }
}
