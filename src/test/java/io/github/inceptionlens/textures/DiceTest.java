package io.github.inceptionlens.textures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleSupplier;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class DiceTest {

  private static final int DRAWS = 40_000;

  @Example
  void seedsAndPurposesAreIndependent() {
    final double first = new Dice(1, "a").unit();
    assertThat(new Dice(1, "a").unit()).isEqualTo(first);
    assertThat(new Dice(2, "a").unit()).isNotEqualTo(first);
    assertThat(new Dice(1, "b").unit()).isNotEqualTo(first);
  }

  @Example
  void normalNumbersHaveMeanZeroAndDeviationOne() {
    final Dice dice = new Dice(3, "normal");
    assertMoments(dice::normal, 0, 1);
  }

  @Example
  void poissonCountsHaveTheVarianceOfTheirMean() {
    for (final double mean : new double[] {0.3, 5, 23, 100}) {
      final Dice dice = new Dice(4, "poisson");
      assertMoments(() -> (dice.poisson(mean) - mean) / Math.sqrt(mean), 0, 1);
    }
    assertThat(new Dice(5, "none").poisson(0)).isZero();
  }

  @Property
  void tablesFollowTheFunctions(@ForAll @DoubleRange(min = -3, max = 3) final double x) {
    assertThat(Waves.cos(x)).isCloseTo(Math.cos(2 * Math.PI * x), within(1e-6));
    assertThat(Waves.sin(x)).isCloseTo(Math.sin(2 * Math.PI * x), within(1e-6));
    assertThat(Waves.decay(Math.abs(x))).isCloseTo(Math.exp(-Math.abs(x)), within(1e-5));
    final double turns = Math.atan2(Math.sin(x), Math.cos(x)) / (2 * Math.PI);
    assertThat(Waves.turns(Math.sin(x), Math.cos(x))).isCloseTo(turns, within(1e-3));
  }

  private static void assertMoments(
      final DoubleSupplier draws, final double mean, final double deviation) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      final double draw = draws.getAsDouble();
      sum += draw;
      squares += draw * draw;
    }
    assertThat(sum / DRAWS).isCloseTo(mean, within(0.03));
    assertThat(Math.sqrt(squares / DRAWS)).isCloseTo(deviation, within(0.03));
  }
}
