package io.github.inceptionlens.textures.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class SeededRandomTest {

  private static final int DRAWS = 40_000;

  @Example
  void seedsAndPurposesAreIndependent() {
    final double first = new SeededRandom(1, "a").unit();
    assertThat(new SeededRandom(1, "a").unit()).isEqualTo(first);
    assertThat(new SeededRandom(2, "a").unit()).isNotEqualTo(first);
    assertThat(new SeededRandom(1, "b").unit()).isNotEqualTo(first);
  }

  @Example
  void normalNumbersHaveMeanZeroAndDeviationOne() {
    final SeededRandom dice = new SeededRandom(3, "normal");
    assertMoments(dice::normal, 0, 1);
  }

  @Example
  void poissonCountsHaveTheVarianceOfTheirMean() {
    for (final double mean : new double[] {0.3, 5, 23, 100}) {
      final SeededRandom dice = new SeededRandom(4, "poisson");
      assertMoments(() -> (dice.poisson(mean) - mean) / Math.sqrt(mean), 0, 1);
    }
    assertThat(new SeededRandom(5, "none").poisson(0)).isZero();
  }

  @Example
  void placesHaveDiceOfTheirOwnWhateverWasDrawn() {
    final SeededRandom dice = new SeededRandom(6, "places");
    final double first = dice.at(7).unit();
    dice.unit();
    assertThat(dice.at(7).unit()).isEqualTo(first);
    assertThat(dice.at(8).unit()).isNotEqualTo(first);
    final AtomicLong place = new AtomicLong();
    assertMoments(() -> dice.at(place.getAndIncrement()).normal(), 0, 1);
  }

  @Property
  void tablesFollowTheFunctions(@ForAll @DoubleRange(min = -3, max = 3) final double x) {
    assertThat(ExactTrigonometry.cos(x)).isCloseTo(Math.cos(2 * Math.PI * x), within(1e-6));
    assertThat(ExactTrigonometry.sin(x)).isCloseTo(Math.sin(2 * Math.PI * x), within(1e-6));
    assertThat(ExactTrigonometry.decay(Math.abs(x)))
        .isCloseTo(Math.exp(-Math.abs(x)), within(1e-5));
    final double turns = Math.atan2(Math.sin(x), Math.cos(x)) / (2 * Math.PI);
    assertThat(ExactTrigonometry.turns(Math.sin(x), Math.cos(x))).isCloseTo(turns, within(1e-3));
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
