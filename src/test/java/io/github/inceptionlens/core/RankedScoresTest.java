package io.github.inceptionlens.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class RankedScoresTest {

  private static final double EXACT = 1e-12;

  @Test
  void scoresThatTellAllHaveArea1AndThoseThatTellNothingHalf() {
    final RankedScores apart = RankedScores.of(new double[] {3, 2, 1, 0});
    assertThat(apart.telling(item -> item < 1)).isEqualTo(new RankMeasures(1, 1, 0.25));
    assertThat(apart.telling(item -> item == 3)).isEqualTo(new RankMeasures(0, 0.25, 0.25));
    final RankedScores same = RankedScores.of(new double[] {-0.0, 0, 0, -0.0, 0});
    assertThat(same.telling(item -> item == 0)).isEqualTo(new RankMeasures(0.5, 0.2, 0.2));
  }

  @Test
  void averagePrecisionIsThatOfAnExampleCountedByHand() {
    // by score: in, out, in and out at once: precisions 1 and 2/4, gains of recall 1/2 each
    final RankedScores ranked = RankedScores.of(new double[] {4, 3, 2, 2});
    assertThat(ranked.telling(item -> item == 0 || item == 2).averagePrecision())
        .isCloseTo(0.75, within(EXACT));
  }

  @Test
  void oneKindAloneCannotBeTold() {
    final RankedScores ranked = RankedScores.of(new double[] {4, 3});
    assertThat(ranked.telling(item -> true).area()).isNaN();
    assertThat(ranked.telling(item -> false).averagePrecision()).isNaN();
    assertThat(ranked.telling(item -> false).prevalence()).isZero();
    assertThat(RankedScores.of(new double[0]).telling(item -> true).area()).isNaN();
  }

  /** What the formula of pairs says, and repeating items of a kind changes only the prevalence. */
  @Property(tries = 200)
  void theAreaCountsPairsAndThePrevalenceStandsForItemsLeftOut(@ForAll final long seed) {
    final Random dice = new Random(seed);
    final int count = 4 + dice.nextInt(20);
    final double[] scores = dice.ints(count, 0, 6).asDoubleStream().toArray();
    final int inside = 1 + dice.nextInt(count - 1);
    double wins = 0;
    for (int one = 0; one < inside; one++) {
      for (int other = inside; other < count; other++) {
        wins += (Math.signum(scores[one] - scores[other]) + 1) / 2;
      }
    }
    final RankMeasures told = RankedScores.of(scores).telling(item -> item < inside);
    assertThat(told.area()).isCloseTo(wins / (inside * (count - inside)), within(EXACT));

    final int times = 3;
    final double[] more =
        IntStream.range(0, inside + times * (count - inside))
            .mapToDouble(i -> scores[i < count ? i : inside + (i - inside) % (count - inside)])
            .toArray();
    final RankMeasures all = RankedScores.of(more).telling(item -> item < inside);
    final RankMeasures part =
        RankedScores.of(scores).telling(item -> item < inside, all.prevalence());
    assertThat(part.area()).isCloseTo(all.area(), within(EXACT));
    assertThat(part.averagePrecision()).isCloseTo(all.averagePrecision(), within(EXACT));
  }
}
