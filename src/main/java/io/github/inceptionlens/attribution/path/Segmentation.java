package io.github.inceptionlens.attribution.path;

import io.github.inceptionlens.attribution.PlaneArithmetic;
import io.github.inceptionlens.core.DisjointSets;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.FilterWeights;
import io.github.inceptionlens.core.geometry.Resampling;
import java.util.Arrays;

/**
 * Cuts a picture into segments of like color: neighbors are joined in the order of their difference
 * as long as it is not larger than what already differs within either segment.
 *
 * <p>A graph of 8-neighbors; edges weigh the Euclidean distance of the colors, each from -1 to 1
 * after a Gaussian blur, and the tolerance of a segment of n pixels is its largest inner edge plus
 * {@code scale / 255 / n}.
 *
 * @see <a href="https://doi.org/10.1023/B:VISI.0000022288.19776.77">Felzenszwalb and Huttenlocher
 *     2004</a>
 */
final class Segmentation {

  private static final double BLUR = 0.8;
  private static final double HALF_RANGE = 127.5;
  private static final double GREY_LEVELS = 255;
  private static final int[][] NEIGHBORS = {{1, 0}, {0, 1}, {1, 1}, {-1, 1}};

  private final int width;
  private final int height;

  /** Both ends of each edge, and the edges' order by weight. */
  private final int[] from;

  private final int[] to;
  private final float[] weights;

  private Segmentation(final float[][] colors, final int width, final int height) {
    this.width = width;
    this.height = height;
    final long[] edges = edges(colors);
    Arrays.sort(edges);
    from = new int[edges.length];
    to = new int[edges.length];
    weights = new float[edges.length];
    for (int i = 0; i < edges.length; i++) {
      final int edge = (int) edges[i];
      from[i] = edge / NEIGHBORS.length;
      to[i] = neighbor(from[i], edge % NEIGHBORS.length);
      weights[i] = Float.intBitsToFloat((int) (edges[i] >> Integer.SIZE));
    }
  }

  /**
   * The graph of a picture.
   *
   * @param picture width x height x 3, values 0 to 255
   */
  static Segmentation of(final Picture picture) {
    final int width = picture.width();
    final int height = picture.height();
    final float[][] colors =
        PlaneArithmetic.resampled(
                picture,
                new Resampling(
                    FilterWeights.gaussian(width, BLUR), FilterWeights.gaussian(height, BLUR)))
            .arrays();
    return new Segmentation(colors, width, height);
  }

  /** All edges: the bits of the weight, which sort as it does, above the edge's number. */
  private long[] edges(final float[][] colors) {
    final long[] edges = new long[NEIGHBORS.length * width * height];
    int count = 0;
    for (int pixel = 0; pixel < width * height; pixel++) {
      for (int direction = 0; direction < NEIGHBORS.length; direction++) {
        final int neighbor = neighbor(pixel, direction);
        if (neighbor >= 0) {
          final long weight = Float.floatToIntBits(distance(colors, pixel, neighbor));
          edges[count++] = weight << Integer.SIZE | pixel * NEIGHBORS.length + direction;
        }
      }
    }
    return Arrays.copyOf(edges, count);
  }

  /** The neighbor's index, or -1 beyond the border. */
  private int neighbor(final int pixel, final int direction) {
    final int column = pixel % width + NEIGHBORS[direction][0];
    final int row = pixel / width + NEIGHBORS[direction][1];
    return column >= 0 && column < width && row < height ? row * width + column : -1;
  }

  private static float distance(final float[][] colors, final int a, final int b) {
    double sum = 0;
    for (final float[] color : colors) {
      final double difference = (color[a] - color[b]) / HALF_RANGE;
      sum += difference * difference;
    }
    return (float) Math.sqrt(sum);
  }

  /**
   * The segments at one scale.
   *
   * @param scale the larger, the larger the segments
   * @param smallest segments of fewer pixels are joined to a neighbor
   * @return the number of each pixel's segment, from 0, row-major
   */
  int[] labels(final double scale, final int smallest) {
    final DisjointSets segments = new DisjointSets(width * height);
    joinAlike(segments, scale / GREY_LEVELS);
    for (int i = 0; i < from.length; i++) {
      final int a = segments.find(from[i]);
      final int b = segments.find(to[i]);
      if (a != b && Math.min(segments.size(a), segments.size(b)) < smallest) {
        segments.join(a, b);
      }
    }
    return segments.labels();
  }

  private void joinAlike(final DisjointSets segments, final double tolerance) {
    final float[] inner = new float[width * height];
    for (int i = 0; i < from.length; i++) {
      final int a = segments.find(from[i]);
      final int b = segments.find(to[i]);
      final double allowed =
          Math.min(
              inner[a] + tolerance / segments.size(a), inner[b] + tolerance / segments.size(b));
      if (a != b && weights[i] < allowed) {
        inner[segments.join(a, b)] = weights[i];
      }
    }
  }
}
