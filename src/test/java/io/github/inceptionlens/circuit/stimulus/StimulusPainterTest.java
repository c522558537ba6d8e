package io.github.inceptionlens.circuit.stimulus;

import static io.github.inceptionlens.circuit.stimulus.StimulusParameter.ANGLE;
import static io.github.inceptionlens.circuit.stimulus.StimulusParameter.CONTRAST;
import static io.github.inceptionlens.circuit.stimulus.StimulusParameter.CURVATURE;
import static io.github.inceptionlens.circuit.stimulus.StimulusParameter.FREQUENCY;
import static io.github.inceptionlens.circuit.stimulus.StimulusParameter.HUE;
import static io.github.inceptionlens.circuit.stimulus.StimulusParameter.PHASE;
import static io.github.inceptionlens.circuit.stimulus.StimulusParameter.SIZE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.Picture;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn has the geometry that was asked for. */
final class StimulusPainterTest {

  private static final int SIDE = 96;
  private static final int WHITE = 0xffffff;
  private static final double LEVELS = 255;
  private static final double LINE = 3;

  private static StimulusLook look(final boolean filled) {
    return new StimulusLook(SIDE, LINE, 90, filled, WHITE, 0);
  }

  private static Stimulus stimulus(
      final StimulusKind kind, final double angle, final double size, final double contrast) {
    final Map<StimulusParameter, Double> values = new EnumMap<>(StimulusParameter.class);
    for (final StimulusParameter one : kind.parameters()) {
      values.put(
          one,
          switch (one) {
            case ANGLE, HUE -> angle;
            case CURVATURE -> 0.05;
            case SIZE -> size;
            case CONTRAST -> contrast;
            case FREQUENCY -> 0.02;
            case PHASE -> 0.0;
          });
    }
    return new Stimulus(kind, values);
  }

  private static float[] drawn(final Stimulus stimulus, final boolean filled) {
    return StimulusPainter.paint(stimulus, look(filled)).plane(0);
  }

  private static double sum(final float[] values) {
    double sum = 0;
    for (final float value : values) {
      sum += value / LEVELS;
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 17, 45, 90, 143.5, 271})
  void areasAreCovered(final double angle) {
    final double caps = Math.PI * LINE * LINE / 4;
    assertThat(sum(drawn(stimulus(StimulusKind.BARS, angle, 40, 1), false)))
        .isCloseTo(40 * LINE, within(0.02));
    assertThat(sum(drawn(stimulus(StimulusKind.CURVES, angle, 40, 1), false)))
        .isCloseTo(40 * LINE + caps, within(0.02));
    assertThat(sum(drawn(stimulus(StimulusKind.CURVES, angle, 0, 1), true)))
        .isCloseTo(Math.PI * 400, within(0.05));
    assertThat(sum(drawn(stimulus(StimulusKind.CURVES, angle, 40, 1), true)))
        .describedAs("a disc of the radius 20 in a window of the same, whose middle it touches")
        .isCloseTo(400 * (2 * Math.PI / 3 - Math.sqrt(3) / 2), within(0.05));
    assertThat(sum(drawn(stimulus(StimulusKind.CROSSES, angle, 40, 0.5), false)))
        .isCloseTo(40 * LINE - LINE * LINE / 2, within(0.02));
    assertThat(sum(drawn(stimulus(StimulusKind.CORNERS, angle, 30, 1), true)))
        .isCloseTo(Math.PI * 900 / 4, within(0.05));
  }

  /** In each row the foreground ends where the straight line crosses it, to the sub-pixel. */
  @ParameterizedTest
  @ValueSource(doubles = {60, 75, 90, 101, 120})
  void anEdgeLiesWhereItShould(final double angle) {
    final float[] drawn = drawn(stimulus(StimulusKind.EDGES, angle, 0, 1), false);
    for (int row = 30; row < 66; row++) {
      double left = 0;
      for (int column = 0; column < SIDE; column++) {
        left += drawn[row * SIDE + column] / LEVELS;
      }
      final double up = (SIDE - 1) / 2.0 - row;
      final double crossing = up / Math.tan(Math.toRadians(angle)) + SIDE / 2.0;
      assertThat(left).isCloseTo(crossing, within(1e-4));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CURVES, 1, 90, false",
    "EDGES, 1, 90, false",
    "BARS, 2, 0, false",
    "CORNERS, 1, 0, false",
    "CORNERS, 1, 0, true",
    "CROSSES, 4, 0, false",
    "CURVES, 1, 90, true"
  })
  void theAngleIsThatOfTheMoments(
      final StimulusKind kind, final int order, final double ahead, final boolean filled) {
    for (double angle = 0; angle < kind.period(); angle += 7.3) {
      final double size = kind == StimulusKind.EDGES ? 80 : 40;
      final float[] drawn = drawn(stimulus(kind, angle, size, 1), filled);
      final double measured = angle(drawn, order, kind == StimulusKind.EDGES ? 127.5 : 0) - ahead;
      final double error = (measured - angle) * order;
      assertThat(error - 360 * Math.rint(error / 360)).isCloseTo(0, within(0.2 * order));
    }
  }

  /** The angle of the moment of an order about the middle. */
  private static double angle(final float[] drawn, final int order, final double ground) {
    double real = 0;
    double imaginary = 0;
    for (int i = 0; i < drawn.length; i++) {
      final double x = i % SIDE - (SIDE - 1) / 2.0;
      final double y = (SIDE - 1) / 2.0 - i / SIDE;
      final double weight = (drawn[i] - ground) * Math.pow(Math.hypot(x, y), order);
      real += weight * Math.cos(order * Math.atan2(y, x));
      imaginary += weight * Math.sin(order * Math.atan2(y, x));
    }
    return Math.toDegrees(Math.atan2(imaginary, real)) / order;
  }

  @Test
  void theStripesOfGratingsHaveTheAngleOfTheStructureTensor() {
    for (double angle = 0; angle < 180; angle += 7.3) {
      final float[] drawn = drawn(stimulus(StimulusKind.GRATINGS, angle, 0, 1), false);
      double across = 0;
      double up = 0;
      double mixed = 0;
      for (int row = 1; row < SIDE - 1; row++) {
        for (int column = 1; column < SIDE - 1; column++) {
          final int at = row * SIDE + column;
          final double x = drawn[at + 1] - drawn[at - 1];
          final double y = drawn[at - SIDE] - drawn[at + SIDE];
          across += x * x;
          up += y * y;
          mixed += x * y;
        }
      }
      final double stripes = Math.toDegrees(Math.atan2(2 * mixed, across - up)) / 2 + 90;
      final double error = stripes - angle;
      assertThat(error - 180 * Math.rint(error / 180)).isCloseTo(0, within(0.2));
    }
  }

  @Test
  void gratingsHaveTheirFrequencyAndMeans() {
    final float[] level = drawn(stimulus(StimulusKind.GRATINGS, 90, 0, 1), false);
    final double pixel = 0.02 * Math.PI;
    for (int column = 0; column < SIDE; column++) {
      final double phase = 2 * pixel * (column - (SIDE - 1) / 2.0);
      final double mean = Math.sin(pixel) / pixel * Math.cos(phase);
      assertThat((double) level[column]).isCloseTo(127.5 + 127.5 * mean, within(1e-3));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = StimulusKind.class,
      names = {"COLOR", "ROI"},
      mode = EnumSource.Mode.EXCLUDE)
  void aQuarterTurnIsThatOfTheArray(final StimulusKind kind) {
    for (final double angle : new double[] {0, 33.3, 90, 200, -45}) {
      final float[] one = drawn(stimulus(kind, angle, 40, 0.7), false);
      final float[] turned = drawn(stimulus(kind, angle + 90, 40, 0.7), false);
      for (int row = 0; row < SIDE; row++) {
        for (int column = 0; column < SIDE; column++) {
          assertThat(turned[(SIDE - 1 - column) * SIDE + row])
              .isCloseTo(one[row * SIDE + column], within(1e-4f));
        }
      }
    }
  }

  @Test
  void contrastIsThePartOfTheWay() {
    final float[] full = drawn(stimulus(StimulusKind.CURVES, 20, 40, 1), false);
    final float[] part = drawn(stimulus(StimulusKind.CURVES, 20, 40, 0.25), false);
    for (int i = 0; i < full.length; i++) {
      assertThat(part[i]).isCloseTo(full[i] / 4, within(1e-4f));
    }
  }

  @Test
  void aHueIsOnGray() {
    final Stimulus green = stimulus(StimulusKind.COLOR, 120, 20, 1);
    final Picture drawn = StimulusPainter.paint(green, look(false));
    final int middle = SIDE / 2 * SIDE + SIDE / 2;
    assertThat(List.of(drawn.plane(0)[middle], drawn.plane(1)[middle], drawn.plane(2)[middle]))
        .containsExactly(0f, 255f, 0f);
    assertThat(drawn.plane(0)[0]).isEqualTo(127.5f);
  }

  @Test
  void halfPlanesCoverWhatTheyShould() {
    assertThat(Coverage.halfPlane(0, 0.6, 0.8)).isCloseTo(0.5, within(1e-12));
    assertThat(Coverage.halfPlane(0.25, 1, 0)).isEqualTo(0.75);
    final double corner = Math.sqrt(0.5);
    assertThat(Coverage.halfPlane(-corner / 2, corner, corner)).isCloseTo(0.125, within(1e-12));
    assertThat(Coverage.halfPlane(corner, corner, corner)).isCloseTo(1, within(1e-12));
  }
}
