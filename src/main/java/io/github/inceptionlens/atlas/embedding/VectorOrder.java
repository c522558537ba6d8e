package io.github.inceptionlens.atlas.embedding;

import java.util.Arrays;
import java.util.Comparator;

/**
 * An order of vectors that depends on nothing but their values, so that what goes through them in
 * it comes to the same whichever stood first. Vectors that are the same stay as they were.
 */
final class VectorOrder {

  private final int channels;
  private final int[] order;

  private VectorOrder(final int channels, final int[] order) {
    this.channels = channels;
    this.order = order;
  }

  /**
   * The order of some vectors.
   *
   * @param vectors [n, channel]
   */
  static VectorOrder of(final float[] vectors, final int channels) {
    final Integer[] all = new Integer[vectors.length / channels];
    Arrays.setAll(all, i -> i);
    Arrays.sort(all, Comparator.comparing(i -> i, (a, b) -> compare(vectors, channels, a, b)));
    return new VectorOrder(channels, Arrays.stream(all).mapToInt(Integer::intValue).toArray());
  }

  private static int compare(
      final float[] vectors, final int channels, final int one, final int other) {
    return Arrays.compare(
        vectors,
        one * channels,
        (one + 1) * channels,
        vectors,
        other * channels,
        (other + 1) * channels);
  }

  /** Which vector stands at each place. */
  int[] indices() {
    return order.clone();
  }

  /** The vectors in this order. */
  float[] sorted(final float[] vectors) {
    final float[] sorted = new float[vectors.length];
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(vectors, order[i] * channels, sorted, i * channels, channels);
    }
    return sorted;
  }

  /**
   * What belongs to the vectors in this order, as it belongs to them as they were.
   *
   * @param points [n, 2]
   */
  float[] back(final float[] points) {
    final float[] back = new float[points.length];
    for (int i = 0; i < order.length; i++) {
      back[2 * order[i]] = points[2 * i];
      back[2 * order[i] + 1] = points[2 * i + 1];
    }
    return back;
  }
}
