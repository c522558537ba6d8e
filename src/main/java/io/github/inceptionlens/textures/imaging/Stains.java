package io.github.inceptionlens.textures.imaging;

import io.github.inceptionlens.textures.random.ExactTrigonometry;
import io.github.inceptionlens.textures.random.NuisanceRange;
import io.github.inceptionlens.textures.random.SeededRandom;

/**
 * Two dyes that absorb red, green and blue light by Beer and Lambert's law: what passes is {@code
 * exp(-Σ amount * absorbance)}.
 */
final class Stains {

  private static final double[] HEMATOXYLIN = {0.65, 0.70, 0.29};
  private static final double[] EOSIN = {0.07, 0.99, 0.11};
  private static final double[] DAB = {0.27, 0.57, 0.78};

  private final double[] first;
  private final double[] second;
  private final double densest;

  private Stains(final double[] first, final double[] second, final double densest) {
    this.first = first;
    this.second = second;
    this.densest = densest;
  }

  /** One of the common pairs, a little varied. */
  static Stains draw(final SeededRandom dice, final double hue, final double densest) {
    final double[][][] pairs = {
      {HEMATOXYLIN, EOSIN}, {EOSIN, HEMATOXYLIN}, {DAB, HEMATOXYLIN}, {HEMATOXYLIN, DAB}
    };
    final double[][] pair = pairs[(int) (hue * pairs.length)];
    return new Stains(varied(pair[0], dice), varied(pair[1], dice), densest);
  }

  private static double[] varied(final double[] stain, final SeededRandom dice) {
    final double[] varied = new double[3];
    for (int c = 0; c < 3; c++) {
      varied[c] = Math.max(0.02, stain[c] + NuisanceRange.STAIN_COLOR.draw(dice));
    }
    return varied;
  }

  /**
   * The light that passes.
   *
   * @param signal 0 where the first stain is densest, 1 where there is none
   * @param counter the amount of the second stain
   */
  float[] transmit(final int channel, final float[] signal, final float[] counter) {
    final float[] light = new float[signal.length];
    for (int i = 0; i < light.length; i++) {
      final double amount = densest * (1 - signal[i]);
      light[i] =
          (float) ExactTrigonometry.decay(amount * first[channel] + counter[i] * second[channel]);
    }
    return light;
  }
}
