package io.github.inceptionlens.dictionary.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LatentSelectionTest {

  private static final int ENTRIES = 40;

  /** Many equal ones among them. */
  private static float[] strengths(final int count) {
    final Random dice = new Random(7);
    final float[] strengths = new float[count];
    for (int i = 0; i < count; i++) {
      strengths[i] = (dice.nextInt(21) - 8) / 4f;
    }
    return strengths;
  }

  private static List<Integer> sorted(final float[] strengths, final int[] among, final long k) {
    return Arrays.stream(among)
        .boxed()
        .filter(i -> strengths[i] > 0)
        .sorted(Comparator.comparingDouble((Integer i) -> -strengths[i]).thenComparing(i -> i))
        .limit(k)
        .sorted()
        .toList();
  }

  @Test
  void theLargestOfARowStayAndOfEqualOnesTheFirst() {
    final float[] strengths = strengths(ENTRIES);
    final int[] all = IntStream.range(0, ENTRIES).toArray();
    final int[] odd = IntStream.range(0, ENTRIES).filter(i -> i % 2 == 1).toArray();
    for (final int[] among : new int[][] {all, odd}) {
      for (int k = 0; k <= ENTRIES; k++) {
        final ActiveLatents active = ActiveLatents.largest(strengths, 0, among, k);
        assertThat(Arrays.stream(active.entries()).boxed().toList())
            .isEqualTo(sorted(strengths, among, k));
        for (int i = 0; i < active.count(); i++) {
          assertThat(active.values()[i]).isEqualTo(strengths[active.entries()[i]]);
        }
      }
    }
  }

  @Test
  void theLargestOfABatchStayAndOfEqualOnesTheFirst() {
    final int rows = 6;
    final float[] strengths = strengths(rows * ENTRIES);
    final int[] all = IntStream.range(0, strengths.length).toArray();
    for (int kept = 1; kept < strengths.length; kept += 7) {
      final ActiveLatents[] active =
          BatchSelection.of(strengths, strengths.length, kept).apply(strengths, rows, ENTRIES);
      final List<Integer> found =
          IntStream.range(0, rows)
              .boxed()
              .flatMap(row -> Arrays.stream(active[row].entries()).mapToObj(i -> row * ENTRIES + i))
              .toList();
      assertThat(found).isEqualTo(sorted(strengths, all, kept));
    }
  }
}
