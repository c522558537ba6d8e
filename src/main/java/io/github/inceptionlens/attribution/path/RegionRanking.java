package io.github.inceptionlens.attribution.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns overlapping segments and a value per pixel into regions: again and again the segment whose
 * new pixels have the highest mean gives these pixels to a region of their own. Pixels that no
 * segment with enough new pixels holds make the last region.
 *
 * @see <a href="https://arxiv.org/abs/1906.02825">Kapishnikov et al. 2019</a>
 */
final class RegionRanking {

  private final float[] values;
  private final int fewest;
  private final List<int[]> segments;
  private final int[][] holders;
  private final double[] sums;
  private final int[] counts;
  private final int[] regions;

  private RegionRanking(final float[] values, final List<int[]> segments, final int fewest) {
    this.values = values;
    this.segments = segments;
    this.fewest = fewest;
    holders = holders(values.length, segments);
    counts = segments.stream().mapToInt(segment -> segment.length).toArray();
    sums =
        segments.stream()
            .mapToDouble(segment -> Arrays.stream(segment).mapToDouble(i -> values[i]).sum())
            .toArray();
    regions = new int[values.length];
    Arrays.fill(regions, -1);
  }

  /**
   * The regions.
   *
   * @param values one per pixel
   * @param segments the pixels of each segment; they may overlap and leave pixels out
   * @param fewest a segment with fewer new pixels makes no region
   * @return the number of each pixel's region, from 0, the most important first
   */
  static int[] regions(final float[] values, final List<int[]> segments, final int fewest) {
    return new RegionRanking(values, segments, fewest).regions();
  }

  /** The mean of the values over each region, for each pixel. */
  static float[] means(final float[] values, final int[] regions) {
    final int count = Arrays.stream(regions).max().orElse(-1) + 1;
    final double[] sums = new double[count];
    final int[] sizes = new int[count];
    for (int i = 0; i < values.length; i++) {
      sums[regions[i]] += values[i];
      sizes[regions[i]]++;
    }
    final float[] means = new float[values.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = (float) (sums[regions[i]] / sizes[regions[i]]);
    }
    return means;
  }

  /** Which segments hold each pixel. */
  private static int[][] holders(final int pixels, final List<int[]> segments) {
    final int[] counts = new int[pixels];
    segments.forEach(segment -> Arrays.stream(segment).forEach(pixel -> counts[pixel]++));
    final int[][] holders = new int[pixels][];
    for (int pixel = 0; pixel < pixels; pixel++) {
      holders[pixel] = new int[counts[pixel]];
    }
    for (int segment = 0; segment < segments.size(); segment++) {
      for (final int pixel : segments.get(segment)) {
        holders[pixel][--counts[pixel]] = segment;
      }
    }
    return holders;
  }

  private int[] regions() {
    final List<Integer> open = new ArrayList<>(IntStream.range(0, counts.length).boxed().toList());
    int region = 0;
    open.removeIf(segment -> counts[segment] < fewest);
    while (!open.isEmpty()) {
      final int best = open.stream().reduce((a, b) -> mean(b) > mean(a) ? b : a).orElseThrow();
      take(segments.get(best), region++);
      open.removeIf(segment -> counts[segment] < fewest);
    }
    for (int i = 0; i < regions.length; i++) {
      regions[i] = regions[i] < 0 ? region : regions[i];
    }
    return regions;
  }

  private double mean(final int segment) {
    return sums[segment] / counts[segment];
  }

  private void take(final int[] segment, final int region) {
    for (final int pixel : segment) {
      if (regions[pixel] < 0) {
        regions[pixel] = region;
        for (final int holder : holders[pixel]) {
          counts[holder]--;
          sums[holder] -= values[pixel];
        }
      }
    }
  }
}
