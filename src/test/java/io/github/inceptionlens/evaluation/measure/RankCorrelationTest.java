package io.github.inceptionlens.evaluation.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RankCorrelationTest {

  private static double correlation(final float[] a, final float[] b) {
    return RankCorrelation.of(a).correlation(RankCorrelation.of(b));
  }

  @Example
  void correlatesRanksNotValues() {
    assertThat(correlation(new float[] {1, 2, 3, 100}, new float[] {0, 1, 2, 3}))
        .isCloseTo(1, within(1e-12));
    assertThat(correlation(new float[] {1, 2, 3}, new float[] {3, 2, 1}))
        .isCloseTo(-1, within(1e-12));
  }

  @Example
  void tiesShareTheirMeanRank() {
    // Ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4: (4.5 + 0 + 0) / sqrt(4.5 * 5).
    assertThat(correlation(new float[] {0, 5, 5, 9}, new float[] {1, 2, 3, 4}))
        .isCloseTo(4.5 / Math.sqrt(4.5 * 5), within(1e-12));
  }

  @Example
  void aConstantMapHasNoCorrelation() {
    assertThat(correlation(new float[] {7, 7, 7}, new float[] {1, 2, 3})).isNaN();
    assertThat(correlation(new float[] {0f, -0f}, new float[] {0f, -0f})).isNaN();
    assertThat(RankCorrelation.of(new float[] {0f, -0f}).isConstant()).isTrue();
  }

  @Example
  void equalValuesFollowTheirIndex() {
    assertThat(RankCorrelation.of(new float[] {0, -1, 3, 3, -0f}).descending())
        .containsExactly(2, 3, 0, 4, 1);
  }

  @Example
  void refusesMapsThatCannotBeCompared() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankCorrelation.of(new float[] {1, Float.NaN}))
        .withMessageContaining("pixel 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> correlation(new float[2], new float[3]))
        .withMessageContaining("2 and 3");
  }

  @Provide
  Arbitrary<float[]> maps() {
    return Arbitraries.oneOf(
            Arbitraries.floats(), Arbitraries.integers().between(-3, 3).map(i -> (float) i))
        .array(float[].class)
        .ofSize(20);
  }

  @Property(tries = 200)
  void equalsPearsonOfCountedRanks(
      @ForAll("maps") final float[] a, @ForAll("maps") final float[] b) {
    final double expected = pearson(counted(a), counted(b));
    final double actual = correlation(a, b);
    if (Double.isNaN(expected)) {
      assertThat(actual).isNaN();
    } else {
      assertThat(actual).isCloseTo(expected, within(1e-9));
    }
  }

  @Property(tries = 200)
  void descendsAsAStableSortDoes(@ForAll("maps") final float[] map) {
    assertThat(RankCorrelation.of(map).descending())
        .containsExactly(
            IntStream.range(0, map.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> 0.0 - map[i]))
                .mapToInt(Integer::intValue)
                .toArray());
  }

  private static double[] counted(final float[] map) {
    final double[] ranks = new double[map.length];
    for (int i = 0; i < map.length; i++) {
      for (final float other : map) {
        ranks[i] += other < map[i] ? 1 : other == map[i] ? 0.5 : 0;
      }
    }
    return ranks;
  }

  private static double pearson(final double[] a, final double[] b) {
    final double meanA =
        IntStream.range(0, a.length).mapToDouble(i -> a[i]).average().orElseThrow();
    final double meanB =
        IntStream.range(0, b.length).mapToDouble(i -> b[i]).average().orElseThrow();
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += Math.pow(a[i] - meanA, 2);
      bb += Math.pow(b[i] - meanB, 2);
    }
    return aa < 1e-12 || bb < 1e-12 ? Double.NaN : ab / Math.sqrt(aa * bb);
  }
}
