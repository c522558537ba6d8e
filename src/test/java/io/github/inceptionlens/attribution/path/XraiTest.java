package io.github.inceptionlens.attribution.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.attribution.Attribution;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.Baseline;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class XraiTest {

  private static final Picture PICTURE =
      SmallNetworks.picture(
          60, 50, (column, row) -> (column < 30 ? 40 : 180) + (row < 20 ? 30 : 0) + column % 3);

  @Property(tries = 100)
  void regionsPartitionThePictureAndKeepItsSum(
      @ForAll @IntRange(min = 1, max = 300) final int pixels,
      @ForAll @IntRange(min = 0, max = 40) final int segments,
      @ForAll @IntRange(min = 1, max = 20) final int fewest,
      @ForAll final long seed) {
    final Random random = new Random(seed);
    final float[] values = new float[pixels];
    for (int i = 0; i < pixels; i++) {
      values[i] = (float) random.nextGaussian();
    }
    final List<int[]> pieces =
        IntStream.range(0, segments)
            .mapToObj(
                i -> IntStream.range(0, pixels).filter(pixel -> random.nextInt(4) == 0).toArray())
            .toList();
    final int[] regions = RegionRanking.regions(values, pieces, fewest);
    assertThat(Arrays.stream(regions).distinct().sorted().toArray())
        .isEqualTo(IntStream.range(0, Arrays.stream(regions).max().orElseThrow() + 1).toArray());
    final float[] means = RegionRanking.means(values, regions);
    assertThat(sum(means)).isCloseTo(sum(values), within(1e-3));
  }

  private static double sum(final float[] values) {
    double sum = 0;
    for (final float value : values) {
      sum += value;
    }
    return sum;
  }

  @Test
  void theSegmentWithTheHighestMeanOfNewPixelsComesFirst() {
    final float[] values = {1, 1, 9, 4, 4, 4, 0, 0};
    final List<int[]> segments =
        List.of(new int[] {0, 1, 2}, new int[] {2, 3, 4}, new int[] {3, 4, 5}, new int[] {6});
    final int[] regions = RegionRanking.regions(values, segments, 2);
    assertThat(regions).containsExactly(1, 1, 0, 0, 0, 2, 2, 2);
    assertThat(RegionRanking.means(values, regions))
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(1, 1, 17 / 3f, 17 / 3f, 17 / 3f, 4 / 3f, 4 / 3f, 4 / 3f);
  }

  @Test
  void segmentsAreWidenedByADisk() {
    final int[] labels = new int[15 * 13];
    labels[6 * 15 + 7] = 1;
    final List<int[]> wide = new SegmentDilation(15, 13, 5).segments(labels);
    assertThat(wide.get(0)).hasSize(15 * 13);
    assertThat(wide.get(1)).hasSize(81);
    for (final int pixel : wide.get(1)) {
      assertThat(Math.hypot(pixel % 15 - 7, pixel / 15 - 6)).isLessThanOrEqualTo(5);
    }
  }

  @Test
  void everyRegionHasTheMeanOfTheLargestColorOfBothIntegratedGradients() {
    try (InceptionV1 network = SmallNetworks.linear()) {
      final AttributionRequest request = AttributionRequest.of("class:1").steps(4);
      final Attribution result = new Xrai().attribute(network, PICTURE, request, Progress.NONE);
      final float[][] black = integrated(network, request.baseline(Baseline.Plain.BLACK));
      final float[][] white = integrated(network, request.baseline(Baseline.Plain.WHITE));
      final float[] values = new float[black[0].length];
      for (int i = 0; i < values.length; i++) {
        values[i] = Float.NEGATIVE_INFINITY;
        for (int channel = 0; channel < 3; channel++) {
          values[i] = Math.max(values[i], (black[channel][i] + white[channel][i]) / 2);
        }
      }
      final float[] map = result.map().values().arrays()[0];
      assertThat(sum(map)).isCloseTo(sum(values), within(1e-3 * Math.abs(sum(values))));
      final int[] regions = RegionRanking.regions(values, Xrai.segments(PICTURE), 50);
      assertThat(map)
          .usingComparatorWithPrecision(1e-3f * Math.abs(map[0]))
          .containsExactly(RegionRanking.means(values, regions));
      assertThat(result.provenance().entries())
          .containsEntry("regions", String.valueOf(Arrays.stream(regions).max().orElseThrow() + 1));
    }
  }

  private static float[][] integrated(final InceptionV1 network, final AttributionRequest request) {
    return new IntegratedGradients()
        .attribute(network, PICTURE, request, Progress.NONE)
        .map()
        .values()
        .arrays();
  }
}
