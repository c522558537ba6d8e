package io.github.inceptionlens.superposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.dictionary.evaluation.FiringPlaces;
import io.github.inceptionlens.dictionary.vectors.VectorOrigin;
import io.github.inceptionlens.dictionary.vectors.VectorSource;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.edit.Nonlinearity;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Entries that were made to fire together are found, and no others. */
final class CoFiringTest {

  private static final int CHANNELS = 12;
  private static final int PLACES = 4_000;

  /**
   * Channel 0 fires with 1, and 2 with 3 and 4, where a coin of theirs falls so; the others by
   * themselves, 10 at 4 places and 11 everywhere.
   *
   * @param apart whether each has a coin of its own
   */
  private record Coins(boolean apart) implements VectorSource {

    @Override
    public int channels() {
      return CHANNELS;
    }

    @Override
    public long size() {
      return PLACES;
    }

    @Override
    public float[] row(final long row) {
      final SplittableRandom dice = new SplittableRandom(row * 7919);
      final double[] coins = dice.doubles(CHANNELS).toArray();
      final float[] values = new float[CHANNELS];
      for (int channel = 0; channel < CHANNELS; channel++) {
        values[channel] = coins[coin(channel)] < 0.1 ? 1 : -1;
      }
      values[10] = row % 1_000 == 0 ? 1 : -1;
      values[11] = 1;
      return values;
    }

    private int coin(final int channel) {
      if (apart || channel > 4) {
        return channel;
      }
      return channel < 2 ? 0 : 2;
    }

    @Override
    public VectorOrigin origin(final long row) {
      return new VectorOrigin("", "image", 1);
    }
  }

  private static Dictionary dictionary(final Nonlinearity nonlinearity) {
    final float[] rows = new float[CHANNELS * CHANNELS];
    for (int channel = 0; channel < CHANNELS; channel++) {
      rows[channel * CHANNELS + channel] = 1;
    }
    return new Dictionary(
        "tried",
        new Dictionary.Home("mixed3a", "any", "any"),
        rows,
        new float[CHANNELS],
        nonlinearity,
        Optional.empty(),
        new float[CHANNELS],
        1,
        Collections.nCopies(CHANNELS, ""),
        Map.of());
  }

  private static FiringPlaces firing(final boolean apart, final Nonlinearity nonlinearity) {
    return FiringPlaces.of(dictionary(nonlinearity), new Coins(apart), PLACES, Progress.NONE);
  }

  @Test
  void whatFiresTogetherIsACluster() {
    for (final Nonlinearity one : List.of(Nonlinearity.RELU, Nonlinearity.NONE)) {
      final CoFiring together = CoFiring.of(firing(false, one), 0, Progress.NONE);
      assertThat(together.entries()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
      assertThat(together.chance()).isBetween(0.01, 0.1);
      final List<List<Integer>> clusters = together.clusters(together.chance());
      assertThat(clusters).startsWith(List.of(2, 3, 4), List.of(0, 1));
      assertThat(together.mean(List.of(2, 3, 4))).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void whatFiresByItselfIsInNone() {
    final CoFiring together = CoFiring.of(firing(true, Nonlinearity.RELU), 0, Progress.NONE);
    assertThat(together.clusters(1.5 * together.chance())).isEmpty();
  }

  @Test
  void phiIsTheCorrelationAndThePermutedFireAsOften() {
    final FiringPlaces firing = firing(true, Nonlinearity.RELU);
    double both = 0;
    for (int place = 0; place < PLACES; place++) {
      final float[] values = new Coins(true).row(place);
      both += values[5] > 0 && values[6] > 0 ? 1 : 0;
    }
    final double a = (double) firing.counts()[5] / PLACES;
    final double b = (double) firing.counts()[6] / PLACES;
    assertThat(firing.phi(5, 6))
        .isCloseTo((both / PLACES - a * b) / Math.sqrt(a * (1 - a) * b * (1 - b)), within(1e-9));
    assertThat(firing.phi(5, 5)).isCloseTo(1, within(1e-9));
    assertThat(firing.phi(5, 11)).isZero();
    final FiringPlaces permuted = firing.permuted(1);
    for (int entry = 0; entry < CHANNELS; entry++) {
      int count = 0;
      for (final long word : permuted.bits()[entry]) {
        count += Long.bitCount(word);
      }
      assertThat(count).isEqualTo(firing.counts()[entry]);
    }
    assertThat(permuted.bits()[5]).isNotEqualTo(firing.bits()[5]);
  }

  @Test
  void clustersAreComparedWithGroupsDrawnByChance() {
    final CoFiring together = CoFiring.of(firing(false, Nonlinearity.RELU), 0, Progress.NONE);
    final float[] rows = new float[CHANNELS * 2];
    for (int entry = 0; entry < CHANNELS; entry++) {
      final double angle = entry < 2 ? 30 * entry : 80 + 27.0 * entry;
      rows[2 * entry] = (float) (3 * Math.cos(Math.toRadians(angle)));
      rows[2 * entry + 1] = (float) (3 * Math.sin(Math.toRadians(angle)));
    }
    final ClusterDirections directions = new ClusterDirections(rows, 2);
    final List<FeatureCluster> clusters = directions.of(together, 0.5, 0, Progress.NONE);
    assertThat(clusters).hasSize(2);
    final FeatureCluster pair = clusters.get(1);
    assertThat(pair.members()).containsExactly(0, 1);
    assertThat(pair.cosine()).isCloseTo(Math.cos(Math.toRadians(30)), within(1e-6));
    assertThat(pair.chance()).isLessThan(0.4);
    assertThat(pair.probability()).isBetween(1.0 / 201, 0.5);
    final double three = (2 * Math.cos(Math.toRadians(27)) + Math.cos(Math.toRadians(54))) / 3;
    assertThat(clusters.get(0).cosine()).isCloseTo(three, within(1e-6));
  }

  @Test
  void vectorsOfAnotherLayerAreRefused() {
    final Dictionary other =
        Dictionary.ofDirections(
            "other",
            new Dictionary.Home("mixed3a", "any", "any"),
            new float[] {1, 2},
            List.of(""),
            Map.of());
    assertThatThrownBy(() -> FiringPlaces.of(other, new Coins(true), PLACES, Progress.NONE))
        .isInstanceOf(UserError.class)
        .hasMessage("other is of a layer of 2 channels, but the vectors have 12");
  }
}
