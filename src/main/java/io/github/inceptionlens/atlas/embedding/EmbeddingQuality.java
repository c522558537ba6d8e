package io.github.inceptionlens.atlas.embedding;

import io.github.inceptionlens.core.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How well points of the plane keep the neighbors of vectors.
 *
 * <p>Of each of m vectors the k nearest others are looked up, among all n, once by the vectors'
 * distances (U) and once by those of the points (V). Preservation is the mean part of U that is in
 * V too. Trustworthiness takes off what is near in the plane alone, the more the farther it is in
 * truth: 1 − 2 / (m·k·(2n − 3k − 1)) · Σ Σ (r − k) over the members of V that are not in U, where r
 * is the rank of their distance among those of all vectors: 1 where V holds no stranger, about ½ by
 * chance.
 *
 * @param neighbors k
 * @param measured m
 * @param vectors n
 * @param trustworthiness 0 to 1
 * @param preservation 0 to 1
 * @see <a href="https://doi.org/10.1007/3-540-44668-0_68">Venna and Kaski 2001</a>
 */
public record EmbeddingQuality(
    int neighbors, int measured, int vectors, double trustworthiness, double preservation) {

  private static final int NEIGHBORS = 15;
  private static final int MOST_MEASURED = 1000;
  private static final int AT_ONCE = 64;

  /** The preservation that points have which were put down by chance: k / (n − 1). */
  public double chance() {
    return (double) neighbors / (vectors - 1);
  }

  /**
   * The figures of several planes of the same vectors, for 15 neighbors (fewer where there are not
   * 31 vectors) of up to 1,000 vectors that are drawn by the seed.
   *
   * @param rows [n, channel], at least 3
   * @param planes [n, 2] each
   */
  static List<EmbeddingQuality> of(
      final float[] rows,
      final int channels,
      final List<float[]> planes,
      final long seed,
      final Progress progress) {
    final int size = rows.length / channels;
    final int count = Math.max(1, Math.min(NEIGHBORS, (size - 1) / 2));
    final int[] centers =
        size <= MOST_MEASURED
            ? IntStream.range(0, size).toArray()
            : new SplittableRandom(seed)
                .ints(0, size)
                .distinct()
                .limit(MOST_MEASURED)
                .sorted()
                .toArray();
    final List<Tally[]> tallies = new ArrayList<>();
    for (int from = 0; from < centers.length; from += AT_ONCE) {
      progress.at((double) from / centers.length, "Measuring the embedding ...");
      Arrays.stream(centers, from, Math.min(centers.length, from + AT_ONCE))
          .parallel()
          .mapToObj(center -> tally(center, rows, channels, count, planes))
          .forEachOrdered(tallies::add);
    }
    return IntStream.range(0, planes.size())
        .mapToObj(plane -> summary(tallies, plane, count, size))
        .toList();
  }

  /**
   * What one vector adds.
   *
   * @param strangers sum of r − k
   * @param kept how many of U are in V
   */
  private record Tally(long strangers, int kept) {}

  private static Tally[] tally(
      final int center,
      final float[] rows,
      final int channels,
      final int count,
      final List<float[]> planes) {
    final double[] truth = squares(center, rows, channels);
    final int[] near = nearest(center, truth, count);
    Arrays.sort(near);
    return planes.stream()
        .map(plane -> tally(center, truth, near, nearest(center, squares(center, plane, 2), count)))
        .toArray(Tally[]::new);
  }

  private static Tally tally(
      final int center, final double[] truth, final int[] near, final int[] shown) {
    long strangers = 0;
    int kept = 0;
    for (final int one : shown) {
      if (Arrays.binarySearch(near, one) >= 0) {
        kept++;
      } else {
        strangers += rank(center, truth, one) - near.length;
      }
    }
    return new Tally(strangers, kept);
  }

  /** Of equal ones that with the lower index is nearer. */
  private static int rank(final int center, final double[] truth, final int one) {
    int rank = 1;
    for (int i = 0; i < truth.length; i++) {
      final boolean nearer = truth[i] < truth[one] || truth[i] == truth[one] && i < one;
      rank += nearer && i != center ? 1 : 0;
    }
    return rank;
  }

  private static double[] squares(final int center, final float[] rows, final int channels) {
    final double[] squares = new double[rows.length / channels];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = Neighborhoods.square(rows, center * channels, rows, i * channels, channels);
    }
    return squares;
  }

  private static int[] nearest(final int center, final double[] squares, final int count) {
    final Nearest nearest = new Nearest(count);
    for (int i = 0; i < squares.length; i++) {
      if (i != center) {
        nearest.offer(i, squares[i]);
      }
    }
    return nearest.takeAll();
  }

  private static EmbeddingQuality summary(
      final List<Tally[]> tallies, final int plane, final int count, final int size) {
    final double pairs = (double) tallies.size() * count;
    final long strangers = tallies.stream().mapToLong(one -> one[plane].strangers()).sum();
    final int kept = tallies.stream().mapToInt(one -> one[plane].kept()).sum();
    return new EmbeddingQuality(
        count,
        tallies.size(),
        size,
        1 - 2 * strangers / (pairs * (2.0 * size - 3.0 * count - 1)),
        kept / pairs);
  }
}
