package io.github.inceptionlens.superposition;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.dictionary.vectors.FloatRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Whether entries that fire together point the same way. */
public final class ClusterDirections {

  private static final int DRAWS = 200;

  private final float[] units;
  private final int dimensions;

  /**
   * @param rows [entry, dimension], row-major, of any lengths
   */
  public ClusterDirections(final float[] rows, final int dimensions) {
    this.dimensions = dimensions;
    units = rows.clone();
    for (int start = 0; start < units.length; start += dimensions) {
      FloatRows.normalize(units, start, dimensions);
    }
  }

  /**
   * The mean cosine over the pairs of a group: (‖Σ d̂‖² − n) / (n² − n), for n directions of length
   * 1.
   */
  public double cosine(final List<Integer> group) {
    return cosine(group.stream().mapToInt(Integer::intValue).toArray());
  }

  private double cosine(final int... group) {
    final float[] sum = new float[dimensions];
    double squares = 0;
    for (final int entry : group) {
      FloatRows.add(1, units, entry * dimensions, sum, 0, dimensions);
      squares += FloatRows.squares(units, entry * dimensions, dimensions);
    }
    return (FloatRows.squares(sum, 0, dimensions) - squares)
        / ((double) group.length * (group.length - 1));
  }

  /**
   * The clusters, with what groups drawn by chance have.
   *
   * @param least as in {@link CoFiring#clusters}
   * @param seed what chance draws from
   */
  public List<FeatureCluster> of(
      final CoFiring firing, final double least, final long seed, final Progress progress) {
    final SplittableRandom dice = new SplittableRandom(seed);
    final List<List<Integer>> groups = firing.clusters(least);
    final List<FeatureCluster> clusters = new ArrayList<>();
    for (final List<Integer> group : groups) {
      progress.at(
          (double) clusters.size() / groups.size(),
          String.format(
              Locale.ROOT,
              "Comparing cluster %,d of %,d with chance ...",
              clusters.size() + 1,
              groups.size()));
      clusters.add(cluster(firing, group, dice));
    }
    return clusters;
  }

  private FeatureCluster cluster(
      final CoFiring firing, final List<Integer> group, final SplittableRandom dice) {
    final double own = cosine(group);
    final int[] all = firing.entries();
    final double[] drawn =
        IntStream.range(0, DRAWS)
            .mapToDouble(draw -> cosine(drawn(all, group.size(), dice)))
            .toArray();
    final long asLarge = Arrays.stream(drawn).filter(one -> one >= own).count();
    return new FeatureCluster(
        group,
        firing.mean(group),
        own,
        Arrays.stream(drawn).average().orElseThrow(),
        (asLarge + 1.0) / (DRAWS + 1));
  }

  /** The first of a shuffled copy. */
  private static int[] drawn(final int[] all, final int count, final SplittableRandom dice) {
    final int[] left = all.clone();
    for (int i = 0; i < count; i++) {
      final int other = dice.nextInt(i, left.length);
      final int kept = left[i];
      left[i] = left[other];
      left[other] = kept;
    }
    return Arrays.copyOf(left, count);
  }
}
