package io.github.inceptionlens.image.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.Picture;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadialSpectrumTest {

  private static final int WIDTH = 150;
  private static final int HEIGHT = 130;

  private static RadialSpectrum of(final DoubleBinaryOperator value) {
    final float[] plane = new float[WIDTH * HEIGHT];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (float) value.applyAsDouble(i % WIDTH, i / WIDTH);
    }
    return RadialSpectrum.of(new Picture(WIDTH, HEIGHT, List.of(plane, plane, plane)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {4, 8, 16, 32})
  void aWaveHasItsOwnPeriodInEveryDirection(final double period) {
    final double turn = Math.PI / 6;
    final RadialSpectrum wave =
        of(
            (x, y) ->
                100
                    + 50
                        * Math.sin(
                            2 * Math.PI * (Math.cos(turn) * x + Math.sin(turn) * y) / period));
    assertThat(wave.halfPeriod()).isCloseTo(period, within(0.1 * period));
    assertThat(wave.above(0.7 / period)).isCloseTo(1, within(0.02));
    assertThat(wave.above(1.5 / period)).isCloseTo(0, within(0.02));
  }

  @Test
  void aCheckerboardIsAllAboveHalfOfNyquistsFrequency() {
    assertThat(of((x, y) -> 100 * ((x + y) % 2)).above(0.25)).isCloseTo(1, within(1e-3));
  }

  @Test
  void aUniformPictureHasNoPeriod() {
    final RadialSpectrum flat = of((x, y) -> 7);
    assertThat(flat.halfPeriod()).isZero();
    assertThat(flat.above(0.1)).isZero();
  }

  /** A picture of 150 x 130 pixels has its square in the 128 rows from the second one on. */
  @Test
  void rowsBesideTheSquareAreNotRead() {
    final RadialSpectrum wave = of((x, y) -> 50 * Math.sin(y / 3));
    final RadialSpectrum within =
        of((x, y) -> y < 1 || y > 128 ? 255 * (x % 2) : 50 * Math.sin(y / 3));
    assertThat(within.halfPeriod()).isEqualTo(wave.halfPeriod());
    assertThat(within.above(0.2)).isEqualTo(wave.above(0.2));
  }
}
