package io.github.inceptionlens.atlas.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.core.Progress;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nearest neighbors against those that sorting finds. */
final class NeighborhoodsTest {

  private static int[] sorted(
      final float[] queries, final int query, final float[] rows, final int channels) {
    return IntStream.range(0, rows.length / channels)
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                i -> Neighborhoods.square(queries, query * channels, rows, i * channels, channels)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** More than a block of rows, and of columns. */
  @ParameterizedTest
  @CsvSource({"20, 7, 19", "300, 33, 50", "5000, 8, 10"})
  void theyAreThoseOfAllDistances(final int size, final int channels, final int count) {
    final float[] rows = PlantedVectors.clusters(3, size, channels, 1);
    System.arraycopy(rows, 0, rows, 5 * channels, channels);
    final Neighborhoods found = Neighborhoods.among(rows, channels, count, Progress.NONE);
    assertThat(found.size()).isEqualTo(size);
    for (int i = 0; i < size; i += Math.max(1, size / 50)) {
      final int self = i;
      final int[] expected =
          IntStream.of(sorted(rows, i, rows, channels)).filter(j -> j != self).toArray();
      for (int rank = 0; rank < count; rank++) {
        assertThat(found.neighbor(i, rank)).isEqualTo(expected[rank]);
      }
    }
    assertThat(found.square(0, 0)).isZero();
  }

  @Test
  void othersMayBeLookedForToo() {
    final float[] rows = PlantedVectors.clusters(3, 40, 6, 1);
    final float[] queries = PlantedVectors.clusters(3, 5, 6, 2);
    final Neighborhoods found = Neighborhoods.of(queries, rows, 6, 40, Progress.NONE);
    for (int i = 0; i < 5; i++) {
      final int query = i;
      assertThat(IntStream.range(0, 40).map(rank -> found.neighbor(query, rank)).toArray())
          .isEqualTo(sorted(queries, i, rows, 6));
    }
  }
}
