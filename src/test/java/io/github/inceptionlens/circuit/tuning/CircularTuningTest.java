package io.github.inceptionlens.circuit.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Curves of which everything is known. */
final class CircularTuningTest {

  private static final double SHARPNESS = 2;

  /** I1(2) / I0(2), of the modified Bessel functions. */
  private static final double LENGTH = 0.697774657964008;

  private static CircularTuning of(
      final DoubleUnaryOperator response, final double period, final double step) {
    final double[] angles =
        IntStream.range(0, (int) Math.round(period / step)).mapToDouble(i -> i * step).toArray();
    return CircularTuning.of(
        CircularCurve.of(angles, Arrays.stream(angles).map(response).toArray(), period));
  }

  private static DoubleUnaryOperator vonMises(final double preferred, final double period) {
    return angle ->
        Math.exp(SHARPNESS * (Math.cos(Math.toRadians((angle - preferred) * 360 / period)) - 1));
  }

  @ParameterizedTest
  @CsvSource({"360, 60", "360, 351", "180, 90", "180, 3", "90, 41"})
  void aVonMisesCurve(final double period, final double preferred) {
    final CircularTuning tuning = of(vonMises(preferred, period), period, 1);
    assertThat(tuning.preferred()).isCloseTo(preferred, within(1e-6));
    assertThat(tuning.circularVariance()).isCloseTo(1 - LENGTH, within(1e-9));
    assertThat(tuning.selectivity()).isCloseTo(Math.tanh(SHARPNESS), within(0.002));
    assertThat(tuning.width() * 360 / period)
        .isCloseTo(Math.toDegrees(Math.acos(1 - Math.log(2) / SHARPNESS)), within(0.05));
    assertThat(tuning.peak()).isEqualTo(1);
    assertThat(tuning.peakAngle()).isEqualTo(preferred);
    assertThat(tuning.second()).isNaN();
    assertThat(tuning.secondRatio()).isZero();
  }

  @Test
  void theSumOfVectorsFindsAnAngleBetweenThoseThatWereShown() {
    assertThat(of(vonMises(67.3, 360), 360, 15).preferred()).isCloseTo(67.3, within(1e-6));
    assertThat(of(vonMises(2.2, 180), 180, 15).preferred()).isCloseTo(2.2, within(1e-3));
  }

  @ParameterizedTest
  @ValueSource(doubles = {360, 180, 90})
  void aFlatCurvePrefersNothing(final double period) {
    final CircularTuning tuning = of(angle -> 3, period, 5);
    assertThat(tuning.preferred()).isNaN();
    assertThat(tuning.circularVariance()).isCloseTo(1, within(1e-9));
    assertThat(tuning.selectivity()).isCloseTo(0, within(1e-12));
    assertThat(tuning.width()).isNaN();
    assertThat(tuning.second()).isNaN();
  }

  @Test
  void anEchoIsTheSecondPeak() {
    final CircularTuning tuning =
        of(
            angle ->
                vonMises(40, 360).applyAsDouble(angle)
                    + 0.5 * vonMises(220, 360).applyAsDouble(angle),
            360,
            2);
    final double far = Math.exp(-2 * SHARPNESS);
    assertThat(tuning.preferred()).isCloseTo(40, within(1e-6));
    assertThat(tuning.circularVariance()).isCloseTo(1 - LENGTH / 3, within(1e-9));
    assertThat(tuning.second()).isEqualTo(220);
    assertThat(tuning.secondRatio()).isCloseTo((0.5 + far) / (1 + 0.5 * far), within(1e-12));
    assertThat(tuning.selectivity()).isCloseTo(0.5 * (1 - far) / (1.5 * (1 + far)), within(1e-12));
  }

  @Test
  void ofTwoEqualPeaksTheSecondIsFound() {
    final CircularTuning tuning =
        of(angle -> Math.pow(Math.cos(Math.toRadians(angle)), 2), 360, 15);
    assertThat(tuning.peakAngle()).isZero();
    assertThat(tuning.second()).isEqualTo(180);
    assertThat(tuning.secondRatio()).isCloseTo(1, within(1e-12));
    assertThat(tuning.preferred()).isNaN();
    assertThat(tuning.width()).isCloseTo(45, within(1e-9));
  }

  @Test
  void aCosineAboveZeroHasAHalfWidthOfSixtyDegrees() {
    final CircularTuning tuning = of(angle -> Math.cos(Math.toRadians(angle)), 360, 1);
    assertThat(tuning.width()).isCloseTo(60, within(0.01));
    assertThat(tuning.circularVariance()).isCloseTo(1 - Math.PI / 4, within(1e-3));
    assertThat(tuning.selectivity()).isEqualTo(1);
  }

  @Test
  void unevenAnglesCountByTheirPartOfTheCircle() {
    final CircularCurve curve =
        CircularCurve.of(
            new double[] {0, 10, 20, 30, 90, 180, 270}, new double[] {1, 1, 1, 1, 1, 1, 1}, 360);
    assertThat(IntStream.range(0, 7).mapToDouble(curve::part).sum()).isCloseTo(1, within(1e-12));
    assertThat(curve.part(0)).isCloseTo(50 / 360.0, within(1e-12));
  }

  @Test
  void anglesThatAreTheSameAfterAPeriodAreOne() {
    final CircularCurve curve =
        CircularCurve.of(new double[] {-45, 135, 315, 0}, new double[] {1, 3, 5, 7}, 180);
    assertThat(curve.angles()).containsExactly(0, 135);
    assertThat(curve.responses()).containsExactly(7, 3);
  }

  @Test
  void whereNothingRespondsNothingIsPreferred() {
    final CircularTuning tuning = of(angle -> -1, 360, 30);
    assertThat(tuning.preferred()).isNaN();
    assertThat(tuning.peak()).isEqualTo(-1);
  }
}
