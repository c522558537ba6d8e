package io.github.inceptionlens.atlas.embedding;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.dictionary.Vectors;
import java.util.List;
import java.util.Locale;

/**
 * Vectors laid out in two dimensions: where each lies, and where others would.
 *
 * <p>The vectors are gone through in an order of their own (by their values), so that their order
 * changes nothing; of vectors that are the same, the points may change places. The same seed gives
 * the same bits on one computer.
 */
public final class Embedding {

  /** New vectors are placed by so many neighbors. */
  private static final int PLACED_BY = 10;

  private static final int STEPS = 4;
  private static final double ROUNDING = 1e-6;

  private final int channels;
  private final EmbeddingRequest request;
  private final double[] center;
  private final float[] rows;
  private final int[] order;
  private final float[] points;
  private final EqualRows equal;

  private Embedding(
      final float[] vectors,
      final int channels,
      final EmbeddingRequest request,
      final int[] order,
      final float[] points) {
    this.channels = channels;
    this.request = request;
    this.order = order;
    this.points = points;
    center = new Vectors("", channels, vectors).mean();
    rows = request.metric().rows(vectors, center);
    equal = new EqualRows(rows, channels);
  }

  /**
   * What came of embedding vectors.
   *
   * @param quality how well neighbors are kept
   * @param ofPca how well the plane of the two first principal components keeps them
   */
  public record Made(Embedding embedding, EmbeddingQuality quality, EmbeddingQuality ofPca) {}

  /**
   * Embeds vectors.
   *
   * @param vectors [n, channel], row-major, in units of the activation; for UMAP more than
   *     neighbors, else at least 3
   * @throws UserError when there are fewer, when all are the same, or when one holds what is no
   *     finite number or has no direction that the cosine could compare
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  public static Made of(
      final float[] vectors,
      final int channels,
      final EmbeddingRequest request,
      final Progress progress) {
    final int size = vectors.length / channels;
    request.requireEnough(size, size + " vectors");
    requireComparable(vectors, channels, request.metric());
    final VectorOrder order = VectorOrder.of(vectors, channels);
    final float[] sorted = order.sorted(vectors);
    final float[] rows = request.metric().rows(sorted, new Vectors("", channels, sorted).mean());
    requireDifferent(rows, channels);
    final float[] plane = PrincipalPlane.of(rows, channels, progress.part(0, STEPS));
    final float[] points =
        request.method() == EmbeddingMethod.PCA
            ? plane
            : laidOut(rows, channels, plane, request, progress);
    final List<EmbeddingQuality> qualities =
        EmbeddingQuality.of(
            rows,
            channels,
            List.of(points, plane),
            request.seed(),
            progress.part(STEPS - 1, STEPS));
    final Embedding made =
        new Embedding(vectors, channels, request, order.indices(), order.back(points));
    return new Made(made, qualities.get(0), qualities.get(1));
  }

  private static float[] laidOut(
      final float[] rows,
      final int channels,
      final float[] plane,
      final EmbeddingRequest request,
      final Progress progress) {
    final Neighborhoods near =
        Neighborhoods.among(rows, channels, request.neighbors(), progress.part(1, STEPS));
    return UmapLayout.of(
        UmapGraph.of(near, request.metric()),
        plane,
        request.minDist(),
        request.seed(),
        progress.part(2, STEPS));
  }

  private static void requireComparable(
      final float[] vectors, final int channels, final VectorMetric metric) {
    for (int i = 0; i < vectors.length; i++) {
      if (!Float.isFinite(vectors[i])) {
        throw new UserError(
            String.format(
                Locale.ROOT,
                "vector %d holds %s, but only finite numbers can be embedded: leave it out",
                i / channels,
                vectors[i]));
      }
    }
    for (int from = 0; from < vectors.length; from += channels) {
      if (!metric.compares(vectors, from, channels)) {
        throw new UserError(
            String.format(
                Locale.ROOT,
                "vector %d is 0 in every channel, so that it has no direction to compare: leave it"
                    + " out, or choose metric=euclidean",
                from / channels));
      }
    }
  }

  /** Rounding alone is no difference. */
  private static void requireDifferent(final float[] rows, final int channels) {
    double scale = 0;
    double off = 0;
    for (int i = 0; i < rows.length; i++) {
      scale = Math.max(scale, Math.abs(rows[i]));
      off = Math.max(off, Math.abs((double) rows[i] - rows[i % channels]));
    }
    if (!(off > ROUNDING * scale)) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "all %d vectors are the same, so that there is nothing to lay out: choose another layer"
                  + " or other images",
              rows.length / channels));
    }
  }

  /**
   * An embedding that was made before.
   *
   * @param vectors [n, channel] those that were embedded
   * @param order as {@link #order}
   * @param points as {@link #points}
   */
  public static Embedding kept(
      final float[] vectors,
      final int channels,
      final EmbeddingRequest request,
      final int[] order,
      final float[] points) {
    return new Embedding(vectors, channels, request, order.clone(), points.clone());
  }

  /** How it was made. */
  public EmbeddingRequest request() {
    return request;
  }

  /** How many vectors. */
  public int size() {
    return points.length / 2;
  }

  /** Where the vectors lie, [n, 2]; units and axes mean nothing by themselves. */
  public float[] points() {
    return points.clone();
  }

  /** Which vector came at which place when they were laid out. */
  public int[] order() {
    return order.clone();
  }

  /**
   * Where {@link #place} would put the embedded vectors, [n, 2]: at their own points; those that
   * the metric cannot tell from each other at the point of the first.
   */
  public float[] places() {
    final float[] places = new float[points.length];
    for (int i = 0; i < size(); i++) {
      System.arraycopy(points, 2 * equal.first(rows, i), places, 2 * i, 2);
    }
    return places;
  }

  /**
   * Where other vectors would lie: at the mean of the points of their ten nearest embedded ones,
   * each weighted by the inverse square of its distance; so a vector that is embedded lies at its
   * own point, and one of several that the metric cannot tell from each other at the first's.
   *
   * @param vectors [m, channel], in units of the activation
   * @return [m, 2]
   * @throws UserError when one holds what is no finite number or has no direction that the cosine
   *     could compare
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  public float[] place(final float[] vectors, final Progress progress) {
    requireComparable(vectors, channels, request.metric());
    final int count = Math.min(PLACED_BY, size());
    final float[] queries = request.metric().rows(vectors, center);
    final Neighborhoods near = Neighborhoods.of(queries, rows, channels, count, progress);
    final float[] placed = new float[2 * near.size()];
    for (int i = 0; i < near.size(); i++) {
      final int own = equal.first(queries, i);
      if (own < 0) {
        place(near, i, placed);
      } else {
        System.arraycopy(points, 2 * own, placed, 2 * i, 2);
      }
    }
    return placed;
  }

  private void place(final Neighborhoods near, final int vector, final float[] placed) {
    double all = 0;
    double x = 0;
    double y = 0;
    for (int rank = 0; rank < near.count(); rank++) {
      final int neighbor = near.neighbor(vector, rank);
      final double weight = Math.pow(request.metric().distance(near.square(vector, rank)), -2);
      all += weight;
      x += weight * points[2 * neighbor];
      y += weight * points[2 * neighbor + 1];
    }
    placed[2 * vector] = (float) (x / all);
    placed[2 * vector + 1] = (float) (y / all);
  }
}
