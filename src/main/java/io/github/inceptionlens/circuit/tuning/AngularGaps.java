package io.github.inceptionlens.circuit.tuning;

import java.util.Arrays;

/**
 * What angles on a circle leave uncovered.
 *
 * @param count how many angles there are
 * @param period after how many degrees angles are the same again
 * @param largest the largest gap between angles that follow each other, in degrees; the period
 *     where there are fewer than two
 * @param from the angle before it, from which it goes counterclockwise; NaN where there is none
 * @param to the angle after it, from 0 to below the period
 */
public record AngularGaps(int count, double period, double largest, double from, double to) {

  /**
   * The gaps between angles; of equal gaps the first.
   *
   * @param angles in degrees, in any order
   */
  public static AngularGaps of(final double[] angles, final double period) {
    final double[] sorted =
        Arrays.stream(angles).map(one -> CircularCurve.within(one, period)).sorted().toArray();
    final int count = sorted.length;
    if (count == 0) {
      return new AngularGaps(0, period, period, Double.NaN, Double.NaN);
    }
    int before = count - 1;
    double largest = sorted[0] + period - sorted[before];
    for (int i = 1; i < count; i++) {
      final double gap = sorted[i] - sorted[i - 1];
      if (gap > largest) {
        largest = gap;
        before = i - 1;
      }
    }
    return new AngularGaps(count, period, largest, sorted[before], sorted[(before + 1) % count]);
  }

  /** The mean of all gaps, in degrees. */
  public double mean() {
    return period / Math.max(1, count);
  }

  /**
   * The largest gap that so many angles leave in the mean if each is drawn uniformly and alone:
   * (period / n) (1 + 1/2 + ... + 1/n).
   *
   * @see <a href="https://doi.org/10.1111/j.2517-6161.1965.tb00602.x">Pyke 1965, Spacings</a>
   */
  public double expected() {
    double harmonic = 0;
    for (int i = 1; i <= count; i++) {
      harmonic += 1.0 / i;
    }
    return count == 0 ? period : mean() * harmonic;
  }
}
