package io.github.inceptionlens.circuit.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What angles on a circle leave uncovered. */
final class AngularGapsTest {

  @Test
  void theLargestGapMayPassZero() {
    final AngularGaps gaps = AngularGaps.of(new double[] {300, 100, 180}, 360);
    assertThat(gaps).isEqualTo(new AngularGaps(3, 360, 160, 300, 100));
    assertThat(gaps.mean()).isEqualTo(120);
  }

  @Test
  void anglesAreTheSameAfterAPeriod() {
    final AngularGaps gaps = AngularGaps.of(new double[] {30, 200, 290}, 180);
    assertThat(gaps).isEqualTo(new AngularGaps(3, 180, 90, 110, 20));
  }

  @Test
  void fewerThanTwoAnglesLeaveTheWholePeriod() {
    assertThat(AngularGaps.of(new double[0], 180).largest()).isEqualTo(180);
    assertThat(AngularGaps.of(new double[0], 180).from()).isNaN();
    assertThat(AngularGaps.of(new double[0], 180).expected()).isEqualTo(180);
    assertThat(AngularGaps.of(new double[] {77}, 360))
        .isEqualTo(new AngularGaps(1, 360, 360, 77, 77));
    assertThat(AngularGaps.of(new double[] {77, 77}, 360).largest()).isEqualTo(360);
  }

  @Test
  void chanceIsTheMeanOfDraws() {
    final Random random = new Random(3);
    double sum = 0;
    final int draws = 4000;
    for (int i = 0; i < draws; i++) {
      sum += AngularGaps.of(random.doubles(12, 0, 360).toArray(), 360).largest();
    }
    final double expected = AngularGaps.of(new double[12], 360).expected();
    assertThat(sum / draws).isCloseTo(expected, within(0.02 * expected));
  }
}
