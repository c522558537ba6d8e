package io.github.inceptionlens.attribution.perturbation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.attribution.Attribution;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.PlaneArithmetic;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class RiseTest {

  private static final int SIDE = 32;
  private static final int CELL = 8;
  private static final Picture PICTURE = SmallNetworks.noise(SIDE, SIDE, 1);
  private static final AttributionRequest LOGIT =
      AttributionRequest.of("class:1").samples(40).window(CELL, 1);

  private static InceptionV1 narrow;

  @BeforeAll
  static void build() {
    narrow = SmallNetworks.narrow(FrameworkConventions.TENSORFLOW);
  }

  @AfterAll
  static void close() {
    narrow.close();
  }

  private static float[] map(final Rise rise, final AttributionRequest request) {
    return rise.attribute(narrow, PICTURE, request, Progress.NONE).map().values().arrays()[0];
  }

  private static double probability(final Picture picture) {
    return narrow.run(picture, List.of(Architecture.PROBABILITIES)).probabilities()[1];
  }

  @Test
  void masksThatHideNothingGiveAFlatMapOfTheProbability() {
    assertThat(map(new Rise(1), LOGIT))
        .usingComparatorWithPrecision(1e-5f)
        .containsOnly((float) probability(PICTURE));
  }

  @Test
  void theMapIsTheMeanOfAnswersWeightedByTheMasks() {
    final RandomMasks masks = RandomMasks.of(40, SIDE, SIDE, CELL, 0.5, 0);
    final double[] sums = new double[SIDE * SIDE];
    final double[] weights = new double[SIDE * SIDE];
    for (int mask = 0; mask < 40; mask++) {
      final float[] seen = masks.mask(mask);
      final double answer =
          probability(
              PlaneArithmetic.map(
                  PICTURE, (channel, i) -> 117 + seen[i] * (PICTURE.arrays()[channel][i] - 117)));
      for (int i = 0; i < sums.length; i++) {
        sums[i] += answer * seen[i];
        weights[i] += seen[i];
      }
    }
    final float[] map = map(new Rise(), LOGIT);
    for (int i = 0; i < sums.length; i++) {
      assertThat((double) map[i]).isCloseTo(sums[i] / weights[i], within(1e-5));
    }
  }

  @Test
  void ofAUnitItIsTheValueItself() {
    final Attribution unit =
        new Rise().attribute(narrow, PICTURE, AttributionRequest.of("mixed4c:3"), Progress.NONE);
    assertThat(unit.provenance().entries())
        .containsEntry("measured", "target")
        .containsEntry("samples", "500")
        .containsEntry("grid", "1 x 1");
    final Attribution one = new Rise().attribute(narrow, PICTURE, LOGIT, Progress.NONE);
    assertThat(one.provenance().entries())
        .containsEntry("measured", "probability")
        .containsEntry("samples", "40")
        .containsEntry("grid", "4 x 4")
        .containsEntry("kept", "0.5");
    assertThat(one.value())
        .isCloseTo(narrow.run(PICTURE, List.of(Architecture.LOGITS)).logits()[1], within(1e-4));
  }

  @Test
  void aMaskIsItsGridEnlargedLinearlyAndCutWithinACell() {
    final RandomMasks masks = RandomMasks.of(200, 30, 20, CELL, 0.3, 5);
    double sum = 0;
    for (int mask = 0; mask < 200; mask++) {
      for (final float value : masks.mask(mask)) {
        assertThat(value).isBetween(0f, 1f);
        sum += value;
      }
    }
    assertThat(sum / (200 * 30 * 20)).isCloseTo(0.3, within(0.02));
    assertThat(masks.mask(7)).hasSize(600).isEqualTo(masks.mask(7)).isNotEqualTo(masks.mask(8));
    final float[] whole = RandomMasks.of(1, 9, 9, 100, 1, 0).mask(0);
    assertThat(whole).hasSize(81).containsOnly(1f);
  }

  @Test
  void whatTheTargetNeedsStandsOut() {
    final Picture bright =
        SmallNetworks.picture(SIDE, SIDE, (column, row) -> column < 8 && row < 8 ? 255 : 117);
    final Attribution seen =
        new Rise()
            .attribute(
                narrow, bright, AttributionRequest.of("conv2d0").window(CELL, 1), Progress.NONE);
    final float[] map = seen.map().values().arrays()[0];
    assertThat(map[3 * SIDE + 3]).isGreaterThan(1.2f * map[25 * SIDE + 25]);
  }
}
