package io.github.inceptionlens.atlas.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Vectors laid out in two dimensions. */
final class EmbeddingTest {

  private static final int CHANNELS = 20;

  private static EmbeddingRequest request(final VectorMetric metric, final long seed) {
    return new EmbeddingRequest(EmbeddingMethod.UMAP, 15, 0.05, metric, seed);
  }

  private static Embedding.Made made(final float[] vectors, final EmbeddingRequest request) {
    return Embedding.of(vectors, CHANNELS, request, Progress.NONE);
  }

  private static double distance(final float[] points, final int one, final int other) {
    return Math.hypot(
        points[2 * one] - points[2 * other], points[2 * one + 1] - points[2 * other + 1]);
  }

  /** Every point lies nearer to all of its group than to any of another one. */
  @ParameterizedTest
  @CsvSource({"2, COSINE", "2, EUCLIDEAN", "7, COSINE", "7, EUCLIDEAN"})
  void plantedGroupsSeparate(final int groups, final VectorMetric metric) {
    final float[] vectors = PlantedVectors.clusters(groups, 420, CHANNELS, 3);
    final float[] points = made(vectors, request(metric, 0)).embedding().points();
    double widest = 0;
    double gap = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 420; i++) {
      double nearestOwn = Double.POSITIVE_INFINITY;
      for (int j = 0; j < 420; j++) {
        final double between = distance(points, i, j);
        if (i % groups != j % groups) {
          gap = Math.min(gap, between);
        } else if (i != j) {
          nearestOwn = Math.min(nearestOwn, between);
        }
      }
      widest = Math.max(widest, nearestOwn);
    }
    assertThat(gap).isGreaterThan(2 * widest);
  }

  @ParameterizedTest
  @CsvSource({"true, EUCLIDEAN", "false, EUCLIDEAN", "false, COSINE"})
  void neighborsOnWhatIsCurvedAreKeptBetterThanByPca(
      final boolean rolled, final VectorMetric metric) {
    final float[] vectors =
        rolled
            ? PlantedVectors.roll(800, CHANNELS, 5)
            : PlantedVectors.closedCurve(800, CHANNELS, 5);
    final Embedding.Made made = made(vectors, request(metric, 0));
    assertThat(made.quality().preservation()).isGreaterThan(made.ofPca().preservation() + 0.2);
    assertThat(made.quality().trustworthiness()).isGreaterThan(made.ofPca().trustworthiness());
    assertThat(made.quality().trustworthiness()).isGreaterThan(0.97);
  }

  @ParameterizedTest
  @EnumSource(EmbeddingMethod.class)
  void anotherOrderOfTheVectorsChangesNothing(final EmbeddingMethod method) {
    final float[] vectors = PlantedVectors.roll(300, CHANNELS, 6);
    final List<Integer> order = new ArrayList<>(IntStream.range(0, 300).boxed().toList());
    Collections.shuffle(order, new Random(1));
    final float[] shuffled = new float[vectors.length];
    for (int i = 0; i < 300; i++) {
      System.arraycopy(vectors, order.get(i) * CHANNELS, shuffled, i * CHANNELS, CHANNELS);
    }
    final EmbeddingRequest request =
        new EmbeddingRequest(method, 15, 0.05, VectorMetric.EUCLIDEAN, 4);
    final Embedding.Made first = made(vectors, request);
    final Embedding.Made second = made(shuffled, request);
    final float[] back = new float[600];
    for (int i = 0; i < 300; i++) {
      back[2 * order.get(i)] = second.embedding().points()[2 * i];
      back[2 * order.get(i) + 1] = second.embedding().points()[2 * i + 1];
    }
    assertThat(back).isEqualTo(first.embedding().points());
    assertThat(second.quality()).isEqualTo(first.quality());
  }

  @Test
  void theSeedDecides() {
    final float[] vectors = PlantedVectors.clusters(3, 200, CHANNELS, 7);
    final float[] points = made(vectors, request(VectorMetric.COSINE, 1)).embedding().points();
    assertThat(made(vectors, request(VectorMetric.COSINE, 1)).embedding().points())
        .isEqualTo(points);
    assertThat(made(vectors, request(VectorMetric.COSINE, 2)).embedding().points())
        .isNotEqualTo(points);
  }

  /** Also where there are two of a kind, each of which has a point of its own. */
  @ParameterizedTest
  @EnumSource(VectorMetric.class)
  void whatIsEmbeddedIsPlacedAtItsOwnPoint(final VectorMetric metric) {
    final float[] vectors = PlantedVectors.clusters(3, 200, CHANNELS, 8);
    System.arraycopy(vectors, 0, vectors, CHANNELS, CHANNELS);
    final Embedding embedding = made(vectors, request(metric, 0)).embedding();
    final float[] placed = embedding.place(vectors, Progress.NONE);
    final float[] points = embedding.points();
    assertThat(Arrays.copyOfRange(placed, 4, 400)).isEqualTo(Arrays.copyOfRange(points, 4, 400));
    assertThat(placed[0]).isBetween(Math.min(points[0], points[2]), Math.max(points[0], points[2]));
    assertThat(points[0]).isNotEqualTo(points[2]);
  }

  @Test
  void newVectorsOfAGroupLieAmongIt() {
    final float[] all = PlantedVectors.clusters(3, 400, CHANNELS, 9);
    final float[] old = Arrays.copyOf(all, 300 * CHANNELS);
    final Embedding embedding = made(old, request(VectorMetric.COSINE, 0)).embedding();
    final float[] placed =
        embedding.place(Arrays.copyOfRange(all, 300 * CHANNELS, all.length), Progress.NONE);
    final float[] points = embedding.points();
    for (int i = 0; i < 100; i++) {
      final float[] both = Arrays.copyOf(points, points.length + 2);
      both[600] = placed[2 * i];
      both[601] = placed[2 * i + 1];
      final int nearest =
          IntStream.range(0, 300)
              .boxed()
              .min((a, b) -> Double.compare(distance(both, a, 300), distance(both, b, 300)))
              .orElseThrow();
      assertThat(nearest % 3).isEqualTo(i % 3);
    }
  }

  @Test
  void whatWasKeptPlacesTheSame() {
    final float[] vectors = PlantedVectors.clusters(3, 200, CHANNELS, 10);
    final Embedding made = made(vectors, request(VectorMetric.EUCLIDEAN, 0)).embedding();
    final Embedding kept =
        Embedding.kept(vectors, CHANNELS, made.request(), made.order(), made.points());
    final float[] others = PlantedVectors.clusters(3, 20, CHANNELS, 11);
    assertThat(kept.place(others, Progress.NONE)).isEqualTo(made.place(others, Progress.NONE));
    assertThat(kept.order()).isEqualTo(made.order());
    assertThat(Arrays.stream(made.order()).sorted().toArray())
        .isEqualTo(IntStream.range(0, 200).toArray());
  }

  @Test
  void vectorsOnALineAreLaidOut() {
    final float[] vectors = new float[100 * CHANNELS];
    for (int i = 0; i < 100; i++) {
      vectors[i * CHANNELS] = i;
    }
    final EmbeddingRequest pca =
        new EmbeddingRequest(EmbeddingMethod.PCA, 15, 0, VectorMetric.EUCLIDEAN, 0);
    final float[] points = made(vectors, pca).embedding().points();
    assertThat(Math.abs(points[0] - points[198])).isEqualTo(99f);
    assertThat(points[1]).isZero();
    assertThat(made(vectors, request(VectorMetric.EUCLIDEAN, 0)).quality().trustworthiness())
        .isGreaterThan(0.9);
  }

  /** More channels than principal components are found of, as a wide dictionary has. */
  @Test
  void wideVectorsAreEmbeddedToo() {
    final int wide = 1100;
    final float[] vectors = PlantedVectors.clusters(2, 1200, wide, 2);
    final float[] points =
        Embedding.of(
                vectors,
                wide,
                new EmbeddingRequest(EmbeddingMethod.PCA, 15, 0, VectorMetric.COSINE, 0),
                Progress.NONE)
            .embedding()
            .points();
    for (int i = 0; i < 1200; i++) {
      assertThat(points[2 * i] > 0).isEqualTo(i % 2 == 0 == points[0] > 0);
    }
  }

  @Test
  void whatCannotBeEmbeddedIsSaid() {
    final float[] few = PlantedVectors.clusters(2, 15, CHANNELS, 1);
    assertThatThrownBy(() -> made(few, request(VectorMetric.COSINE, 0)))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "there are too few vectors to embed (15 vectors): neighbors=15 needs 16 or more, so choose"
                + " neighbors up to 14, more images or a larger per_picture");
    final float[] same = new float[100 * CHANNELS];
    Arrays.fill(same, 0.3f);
    for (final VectorMetric metric : VectorMetric.values()) {
      assertThatThrownBy(() -> made(same, request(metric, 0)))
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith("all 100 vectors are the same");
    }
    final float[] dark = PlantedVectors.clusters(2, 50, CHANNELS, 1);
    Arrays.fill(dark, 3 * CHANNELS, 4 * CHANNELS, 0);
    assertThatThrownBy(() -> made(dark, request(VectorMetric.COSINE, 0)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("vector 3 is 0 in every channel")
        .hasMessageContaining("metric=euclidean");
    assertThat(made(dark, request(VectorMetric.EUCLIDEAN, 0)).embedding().size()).isEqualTo(50);
    dark[5 * CHANNELS + 2] = Float.NaN;
    assertThatThrownBy(() -> made(dark, request(VectorMetric.EUCLIDEAN, 0)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("vector 5 holds NaN");
    assertThatThrownBy(
            () -> new EmbeddingRequest(EmbeddingMethod.UMAP, 1, 0, VectorMetric.COSINE, 0))
        .isInstanceOf(UserError.class)
        .hasMessage("neighbors is 1, expected a number of at least 2");
    assertThatThrownBy(
            () -> new EmbeddingRequest(EmbeddingMethod.UMAP, 5, 1.5, VectorMetric.COSINE, 0))
        .isInstanceOf(UserError.class)
        .hasMessage("min_dist is 1.5, expected a number from 0 to 1");
  }

  @ParameterizedTest
  @CsvSource({"Looking for components", "Looking for neighbors", "Laying out", "Measuring"})
  void everyPartOfTheWorkCanBeStopped(final String part) {
    final Progress stop =
        (fraction, what) -> {
          if (what.startsWith(part)) {
            throw new CancellationException(what);
          }
        };
    final float[] vectors = PlantedVectors.clusters(2, 100, CHANNELS, 1);
    assertThatThrownBy(() -> Embedding.of(vectors, CHANNELS, request(VectorMetric.COSINE, 0), stop))
        .isInstanceOf(CancellationException.class);
  }
}
