package io.github.inceptionlens.atlas.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The curve of the plane against what Python's least squares fit. */
final class UmapCurveTest {

  @ParameterizedTest
  @CsvSource({"0.01, 1.896, 0.801", "0.05, 1.750, 0.842", "0.1, 1.577, 0.895", "0.5, 0.583, 1.334"})
  void itIsTheOneThatIsUsual(final double least, final double a, final double b) {
    final UmapCurve curve = UmapCurve.of(least);
    assertThat(curve.a()).isCloseTo(a, within(1e-3));
    assertThat(curve.b()).isCloseTo(b, within(1e-3));
  }

  @ParameterizedTest
  @CsvSource({"0", "1"})
  void theEndsOfTheRangeAreFittedToo(final double least) {
    final UmapCurve curve = UmapCurve.of(least);
    assertThat(curve.a()).isPositive();
    assertThat(curve.b()).isPositive();
  }
}
