package io.github.inceptionlens.evaluation.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Figures against values worked out by hand. */
final class FiguresTest {

  @Test
  void giniIsZeroForEqualValuesAndHighForASinglePeak() {
    assertThat(Concentration.gini(new float[] {3, -3, 3, 3})).isCloseTo(0, within(1e-12));
    assertThat(Concentration.gini(new float[] {0, 0, -9, 0})).isCloseTo(0.75, within(1e-12));
    // (-3 * 1 - 1 * 2 + 1 * 3 + 3 * 4) / (4 * 10)
    assertThat(Concentration.gini(new float[] {4, 3, 2, 1})).isCloseTo(0.25, within(1e-12));
    assertThat(Concentration.gini(new float[4])).isNaN();
  }

  @Test
  void theAreaUnderACurveIsThatOfItsTrapezoids() {
    final ScoreCurve curve = new ScoreCurve(new double[] {1, 0.5, 0});
    assertThat(curve.area()).isEqualTo(0.5);
    assertThat(curve.parts()).containsExactly(0, 0.5, 1);
    assertThat(new ScoreCurve(new double[] {0.3, 0.3, 0.3, 0.3}).area())
        .isCloseTo(0.3, within(1e-12));
    assertThatIllegalArgumentException().isThrownBy(() -> new ScoreCurve(new double[] {1}));
  }

  @Test
  void infidelityDoesNotDependOnTheMapsScale() {
    // a = (1, 2), b = (2, 1): factor 4/5, errors (-6/5, 3/5), E[b^2] = 5/2.
    for (final double scale : new double[] {1, -3, 1e-6}) {
      final Infidelity infidelity =
          Infidelity.of(new double[] {scale, 2 * scale}, new double[] {2, 1});
      assertThat(infidelity.factor() * scale).isCloseTo(0.8, within(1e-12));
      assertThat(infidelity.meanSquare()).isCloseTo(0.9, within(1e-12));
      assertThat(infidelity.part()).isCloseTo(0.36, within(1e-12));
    }
  }

  @Test
  void aMapThatPredictsNothingHasNoInfidelity() {
    final Infidelity infidelity = Infidelity.of(new double[2], new double[] {1, 2});
    assertThat(infidelity.meanSquare()).isNaN();
    assertThat(infidelity.part()).isNaN();
  }
}
