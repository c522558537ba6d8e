package io.github.inceptionlens.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.geometry.FilterWeights;
import io.github.inceptionlens.core.geometry.Resampling;
import org.junit.jupiter.api.Test;

final class GaussianTapsTest {

  private static float[] blurred(final float[] plane, final double sigma) {
    return new Resampling(FilterWeights.gaussian(plane.length, sigma), FilterWeights.gaussian(1, 0))
        .apply(plane);
  }

  private static float[] impulse(final int length, final int at) {
    final float[] plane = new float[length];
    plane[at] = 1;
    return plane;
  }

  @Test
  void anImpulseBecomesAGaussianOfTheSameSum() {
    final float[] result = blurred(impulse(101, 50), 3);
    double sum = 0;
    for (int i = 0; i < result.length; i++) {
      sum += result[i];
      final double expected = Math.exp(-0.5 * Math.pow((i - 50) / 3.0, 2)) / (3 * 2.50663);
      assertThat(result[i]).isCloseTo((float) expected, within(1e-4f));
    }
    assertThat(sum).isCloseTo(1, within(1e-5));
  }

  @Test
  void bordersMirror() {
    final float[] result = blurred(impulse(40, 2), 4);
    assertThat(result[0] / result[5])
        .isCloseTo(
            (float)
                ((Math.exp(-4 / 32.0) + Math.exp(-9 / 32.0))
                    / (Math.exp(-9 / 32.0) + Math.exp(-64 / 32.0))),
            within(1e-3f));
  }

  @Test
  void blursAddTheirVariances() {
    final float[] plane = impulse(30, 4);
    assertThat(blurred(blurred(plane, 3), 4))
        .usingComparatorWithPrecision(2e-4f)
        .containsExactly(blurred(plane, 5));
  }

  @Test
  void constantPlanesStayAndStrongBlursLeaveTheMean() {
    assertThat(blurred(new float[] {2, 2, 2}, 50)).containsExactly(2, 2, 2);
    assertThat(blurred(new float[] {0, 3, 0}, 50))
        .usingComparatorWithPrecision(0.01f)
        .containsExactly(1, 1, 1);
    assertThat(blurred(new float[] {1, 5, 2}, 0)).containsExactly(1, 5, 2);
  }
}
