package io.github.inceptionlens.atlas.embedding;

import java.util.Arrays;

/**
 * How strongly vectors belong together, pair by pair: each vector belongs to its nearest neighbor
 * with 1 and to the others with exp(−(d − ρ) / σ), where ρ is the distance of the nearest and σ is
 * such that the sum is log₂ of their number; and two vectors belong together with p + q − p·q.
 *
 * @param one the first of each pair
 * @param other the second
 * @param strengths above 0, up to 1
 */
record UmapGraph(int[] one, int[] other, float[] strengths) {

  private static final int STEPS = 64;
  private static final double EXACT = 1e-5;

  /** σ is at least this part of the mean distance. */
  private static final double LEAST = 1e-3;

  /** The graph of the nearest others of some vectors. */
  static UmapGraph of(final Neighborhoods near, final VectorMetric metric) {
    final float[] strengths = strengths(near, metric);
    final int count = near.count();
    final int[] one = new int[near.size() * count];
    final int[] other = new int[one.length];
    final float[] both = new float[one.length];
    int pairs = 0;
    for (int i = 0; i < near.size(); i++) {
      for (int rank = 0; rank < count; rank++) {
        final int j = near.neighbor(i, rank);
        final float there = strengths[i * count + rank];
        final int back = rank(near, j, i);
        if (back < 0 || i < j) {
          final float here = back < 0 ? 0 : strengths[j * count + back];
          one[pairs] = i;
          other[pairs] = j;
          both[pairs++] = there + here - there * here;
        }
      }
    }
    return new UmapGraph(
        Arrays.copyOf(one, pairs), Arrays.copyOf(other, pairs), Arrays.copyOf(both, pairs));
  }

  /** The rank of a vector among the neighbors of another one; below 0 where it is none. */
  private static int rank(final Neighborhoods near, final int of, final int wanted) {
    for (int rank = 0; rank < near.count(); rank++) {
      if (near.neighbor(of, rank) == wanted) {
        return rank;
      }
    }
    return -1;
  }

  private static float[] strengths(final Neighborhoods near, final VectorMetric metric) {
    final int count = near.count();
    final double[] distances = new double[near.size() * count];
    double sum = 0;
    for (int i = 0; i < distances.length; i++) {
      distances[i] = metric.distance(near.squares()[i]);
      sum += distances[i];
    }
    final float[] strengths = new float[distances.length];
    for (int from = 0; from < distances.length; from += count) {
      final double[] own = Arrays.copyOfRange(distances, from, from + count);
      fill(own, sum / distances.length, strengths, from);
    }
    return strengths;
  }

  private static void fill(
      final double[] distances, final double meanOfAll, final float[] strengths, final int from) {
    final double nearest = Arrays.stream(distances).filter(d -> d > 0).findFirst().orElse(0);
    final double mean = nearest > 0 ? Arrays.stream(distances).average().orElse(0) : meanOfAll;
    final double width = Math.max(width(distances, nearest), LEAST * mean);
    for (int rank = 0; rank < distances.length; rank++) {
      final double beyond = distances[rank] - nearest;
      strengths[from + rank] =
          beyond <= 0 || width <= 0
              ? 1
              : (float) Math.max(Float.MIN_NORMAL, Math.exp(-beyond / width));
    }
  }

  /** σ, by halving. */
  private static double width(final double[] distances, final double nearest) {
    final double wanted = Math.log(distances.length) / Math.log(2);
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double width = 1;
    for (int step = 0; step < STEPS; step++) {
      final double sum = sum(distances, nearest, width);
      if (Math.abs(sum - wanted) < EXACT) {
        return width;
      }
      if (sum > wanted) {
        high = width;
      } else {
        low = width;
      }
      width = Double.isInfinite(high) ? 2 * width : (low + high) / 2;
    }
    return width;
  }

  private static double sum(final double[] distances, final double nearest, final double width) {
    double sum = 0;
    for (final double distance : distances) {
      sum += distance > nearest ? Math.exp(-(distance - nearest) / width) : 1;
    }
    return sum;
  }

  /** The pairs that are as strong as a part of the strongest, and no weaker. */
  UmapGraph without(final double part) {
    float most = 0;
    for (final float strength : strengths) {
      most = Math.max(most, strength);
    }
    final int[] kept = new int[strengths.length];
    int count = 0;
    for (int i = 0; i < strengths.length; i++) {
      if (strengths[i] >= part * most) {
        kept[count++] = i;
      }
    }
    final int[] left = new int[count];
    final int[] right = new int[count];
    final float[] strong = new float[count];
    for (int i = 0; i < count; i++) {
      left[i] = one[kept[i]];
      right[i] = other[kept[i]];
      strong[i] = strengths[kept[i]] / most;
    }
    return new UmapGraph(left, right, strong);
  }
}
