package io.github.inceptionlens.evaluation.measure;

import java.util.Arrays;

/** How much of a map lies on few of its pixels. */
public final class Concentration {

  private Concentration() {}

  /**
   * The Gini index of the magnitudes v, sorted from the smallest: Σ (2i − n − 1)·v_i / (n·Σ v),
   * from 0 where all are equal to almost 1 where one has everything (Chalasani et al. 2020).
   *
   * @return NaN for a map that is zero everywhere or not finite
   */
  public static double gini(final float[] map) {
    final float[] magnitudes = new float[map.length];
    for (int i = 0; i < map.length; i++) {
      magnitudes[i] = Math.abs(map[i]);
    }
    Arrays.sort(magnitudes);
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < magnitudes.length; i++) {
      sum += magnitudes[i];
      weighted += (2.0 * (i + 1) - magnitudes.length - 1) * magnitudes[i];
    }
    return weighted / (magnitudes.length * sum);
  }
}
