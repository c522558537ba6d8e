package io.github.inceptionlens.evaluation.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GroundTruthTest {

  private static final boolean[] LEFT = mask("10 10");

  @Example
  void pointingGameAsksWhereTheLargestValueLies() {
    assertThat(GroundTruth.pointingGame(map(1, 2, 3, 0), LEFT, 2, 0)).isEqualTo(1);
    assertThat(GroundTruth.pointingGame(map(1, 4, 3, 0), LEFT, 2, 0)).isEqualTo(0);
  }

  @Example
  void pointingGameCountsTheFirstOfEqualValues() {
    assertThat(GroundTruth.pointingGame(map(5, 5, 0, 0), LEFT, 2, 0)).isEqualTo(1);
    assertThat(GroundTruth.pointingGame(map(0, 5, 5, 0), LEFT, 2, 0)).isEqualTo(0);
  }

  @Example
  void pointingGameToleratesADistance() {
    final float[] map = map(0, 0, 0, 0, 0, 0, 0, 0, 1);
    final boolean[] corner = mask("100 000 000");
    assertThat(GroundTruth.pointingGame(map, corner, 3, 2.82)).isEqualTo(0);
    assertThat(GroundTruth.pointingGame(map, corner, 3, 2.83)).isEqualTo(1);
  }

  @Example
  void massAccuracyIsThePartOfThePositiveMassInTheMask() {
    assertThat(GroundTruth.massAccuracy(map(3, 1, -7, 2), LEFT)).isCloseTo(0.5, within(1e-12));
  }

  @Example
  void rankAccuracyIsThePartOfTheLargestInTheMask() {
    assertThat(GroundTruth.rankAccuracy(map(3, 4, 1, 2), LEFT)).isEqualTo(0.5);
    assertThat(GroundTruth.rankAccuracy(map(3, 1, 4, 2), LEFT)).isEqualTo(1);
    assertThat(GroundTruth.rankAccuracy(map(0, 0, 0, 1), LEFT)).isEqualTo(0.5);
  }

  @Example
  void areaUnderRocCountsPairsAndHalfTheTies() {
    assertThat(GroundTruth.areaUnderRoc(map(3, 1, 2, 2), LEFT)).isEqualTo(0.875);
    assertThat(GroundTruth.areaUnderRoc(map(7, 7, 7, 7), LEFT)).isEqualTo(0.5);
    assertThat(GroundTruth.areaUnderRoc(map(-0f, 0, 0, -0f), LEFT)).isEqualTo(0.5);
  }

  @Example
  void whatSaysNothingIsNotANumber() {
    final float[] map = map(3, 1, 2, 0);
    for (final boolean[] mask : new boolean[][] {mask("00 00"), mask("11 11")}) {
      assertThat(GroundTruth.pointingGame(map, mask, 2, 0)).isNaN();
      assertThat(GroundTruth.massAccuracy(map, mask)).isNaN();
      assertThat(GroundTruth.rankAccuracy(map, mask)).isNaN();
      assertThat(GroundTruth.areaUnderRoc(map, mask)).isNaN();
    }
    assertThat(GroundTruth.massAccuracy(map(-1, 0, -2, 0), LEFT)).isNaN();
    assertThat(GroundTruth.rankAccuracy(map(2, 2, 2, 2), LEFT)).isNaN();
    assertThat(GroundTruth.pointingGame(map(2, 2, 2, 2), LEFT, 2, 0)).isNaN();
  }

  @Example
  void refusesMapsThatDoNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GroundTruth.massAccuracy(map(1, 2, 3), LEFT))
        .withMessageContaining("3 pixels, the mask 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GroundTruth.areaUnderRoc(map(1, 2, Float.NaN, 3), LEFT))
        .withMessageContaining("pixel 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GroundTruth.pointingGame(map(1, 2, 3, 4), LEFT, 3, 0))
        .withMessageContaining("width is 3");
  }

  @Property
  void areaUnderRocEqualsTheCountOfAllPairs(@ForAll("cases") final Case drawn) {
    double wins = 0;
    int pairs = 0;
    for (int i = 0; i < drawn.map.length; i++) {
      for (int j = 0; j < drawn.map.length; j++) {
        if (drawn.mask[i] && !drawn.mask[j]) {
          pairs++;
          wins += drawn.map[i] > drawn.map[j] ? 1 : drawn.map[i] == drawn.map[j] ? 0.5 : 0;
        }
      }
    }
    final double area = GroundTruth.areaUnderRoc(drawn.map, drawn.mask);
    if (pairs == 0) {
      assertThat(area).isNaN();
    } else {
      assertThat(area).isCloseTo(wins / pairs, within(1e-12));
    }
  }

  @Property
  void rankAccuracyEqualsAStableSort(@ForAll("cases") final Case drawn) {
    final int count = (int) indices(drawn).filter(i -> drawn.mask[i]).count();
    final double hits =
        indices(drawn)
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> -drawn.map[i]))
            .limit(count)
            .filter(i -> drawn.mask[i])
            .count();
    final double accuracy = GroundTruth.rankAccuracy(drawn.map, drawn.mask);
    assertThat(Double.isNaN(accuracy) || accuracy == hits / count).isTrue();
  }

  @Property
  void theComplementTakesTheRest(@ForAll("cases") final Case drawn) {
    final boolean[] rest = new boolean[drawn.mask.length];
    indices(drawn).forEach(i -> rest[i] = !drawn.mask[i]);
    final double area =
        GroundTruth.areaUnderRoc(drawn.map, drawn.mask) + GroundTruth.areaUnderRoc(drawn.map, rest);
    final double mass =
        GroundTruth.massAccuracy(drawn.map, drawn.mask) + GroundTruth.massAccuracy(drawn.map, rest);
    assertThat(Double.isNaN(area) || Math.abs(area - 1) < 1e-12).isTrue();
    assertThat(Double.isNaN(mass) || Math.abs(mass - 1) < 1e-12).isTrue();
  }

  /** A map of few distinct values, so that there are ties, and a mask. */
  record Case(float[] map, boolean[] mask) {}

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.integers()
        .between(1, 40)
        .flatMap(
            n ->
                Combinators.combine(
                        Arbitraries.integers().between(-3, 6).array(int[].class).ofSize(n),
                        Arbitraries.of(true, false).array(boolean[].class).ofSize(n))
                    .as(GroundTruthTest::halves));
  }

  private static Case halves(final int[] values, final boolean[] mask) {
    final float[] map = new float[values.length];
    for (int i = 0; i < map.length; i++) {
      map[i] = values[i] / 2f;
    }
    return new Case(map, mask);
  }

  private static IntStream indices(final Case drawn) {
    return IntStream.range(0, drawn.map.length);
  }

  private static float[] map(final float... values) {
    return values;
  }

  private static boolean[] mask(final String rows) {
    final String bits = rows.replace(" ", "");
    final boolean[] mask = new boolean[bits.length()];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = bits.charAt(i) == '1';
    }
    return mask;
  }
}
