package io.github.inceptionlens.evaluation.measure;

import io.github.inceptionlens.core.LargestIndex;
import io.github.inceptionlens.core.RankedScores;
import java.util.Arrays;

/**
 * How well a map φ agrees with a mask that is known to be true. A map and its mask have one value
 * per pixel, row by row.
 *
 * <p>Where a measure says nothing the value is NaN, never 0: with an empty mask, and with a full
 * one, on which every map would be right; further cases stand at each measure. Means over images
 * must leave NaN out and say how many were left out.
 *
 * <p>All refuse ({@link IllegalArgumentException}) a map with NaN and a mask of another length.
 */
public final class GroundTruth {

  private GroundTruth() {}

  /**
   * The pointing game: 1 when the largest value lies within the tolerance of a pixel of the mask,
   * else 0. Of equal largest values the first one counts.
   *
   * <p>NaN also for a constant map, which points nowhere.
   *
   * @param width the map's width in pixels
   * @param tolerance the allowed distance from the mask in pixels, 0 for none (Zhang et al. 2018
   *     use 15)
   */
  public static double pointingGame(
      final float[] map, final boolean[] mask, final int width, final double tolerance) {
    check(map, mask);
    if (width < 1 || map.length % width != 0) {
      throw new IllegalArgumentException("width is " + width + " for " + map.length + " pixels");
    }
    if (saysNothing(mask) || isConstant(map)) {
      return Double.NaN;
    }
    return distance(mask, width, LargestIndex.of(map)) <= tolerance ? 1 : 0;
  }

  /**
   * Mass accuracy: Σ_mask φ⁺ / Σ φ⁺ with φ⁺ = max(φ, 0), from 0 to 1 (Arras et al. 2022).
   *
   * <p>NaN also for a map without positive values or with an infinite one.
   */
  public static double massAccuracy(final float[] map, final boolean[] mask) {
    check(map, mask);
    double inside = 0;
    double total = 0;
    for (int i = 0; i < map.length; i++) {
      final double mass = Math.max(map[i], 0);
      total += mass;
      inside += mask[i] ? mass : 0;
    }
    return saysNothing(mask) || Double.isInfinite(total) ? Double.NaN : inside / total;
  }

  /**
   * Rank accuracy: |{K largest φ} ∩ mask| / K with K = |mask|, from 0 to 1 (Arras et al. 2022). Of
   * equal values the one with the lower index counts as larger.
   *
   * <p>NaN also for a constant map, which ranks nothing.
   */
  public static double rankAccuracy(final float[] map, final boolean[] mask) {
    check(map, mask);
    if (saysNothing(mask) || isConstant(map)) {
      return Double.NaN;
    }
    final int count = count(mask);
    final float threshold = ascending(map)[map.length - count];
    int room = count;
    int hits = 0;
    for (int i = 0; i < map.length; i++) {
      if (map[i] > threshold) {
        room--;
        hits += mask[i] ? 1 : 0;
      }
    }
    for (int i = 0; i < map.length && room > 0; i++) {
      if (map[i] == threshold) {
        room--;
        hits += mask[i] ? 1 : 0;
      }
    }
    return (double) hits / count;
  }

  /**
   * The area under the receiver operating characteristic: the probability that a pixel of the mask
   * has a larger value than a pixel outside, ties counted half. With average ranks r from 1 and n
   * pixels in the mask, m outside: (Σ_mask r − n(n+1)/2) / (n·m). A constant map gives 0.5.
   */
  public static double areaUnderRoc(final float[] map, final boolean[] mask) {
    check(map, mask);
    final double[] values = new double[map.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = map[i];
    }
    return RankedScores.of(values).telling(i -> mask[i]).area();
  }

  private static double distance(final boolean[] mask, final int width, final int from) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < mask.length; i++) {
      if (mask[i]) {
        nearest = Math.min(nearest, Math.hypot(i % width - from % width, i / width - from / width));
      }
    }
    return nearest;
  }

  /** A sorted copy; -0 and 0 stay equal in the comparisons above. */
  private static float[] ascending(final float[] values) {
    final float[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static boolean isConstant(final float[] map) {
    for (final float value : map) {
      if (value != map[0]) {
        return false;
      }
    }
    return true;
  }

  private static boolean saysNothing(final boolean[] mask) {
    final int count = count(mask);
    return count == 0 || count == mask.length;
  }

  private static int count(final boolean[] mask) {
    int count = 0;
    for (final boolean in : mask) {
      count += in ? 1 : 0;
    }
    return count;
  }

  private static void check(final float[] map, final boolean[] mask) {
    if (map.length != mask.length) {
      throw new IllegalArgumentException(
          "the map has " + map.length + " pixels, the mask " + mask.length);
    }
    for (int i = 0; i < map.length; i++) {
      if (Float.isNaN(map[i])) {
        throw new IllegalArgumentException("the map is not a number at pixel " + i);
      }
    }
  }
}
