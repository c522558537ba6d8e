package io.github.inceptionlens.atlas.embedding;

import io.github.inceptionlens.core.UserError;
import java.util.Locale;

/**
 * How vectors are to be embedded.
 *
 * @param neighbors so many nearest others of each vector are kept near, at least 2; no matter for
 *     PCA
 * @param minDist how near points may come to each other, 0 to 1 (the scale on which neighbors lie);
 *     no matter for PCA
 * @param seed what chance draws from
 */
public record EmbeddingRequest(
    EmbeddingMethod method, int neighbors, double minDist, VectorMetric metric, long seed) {

  private static final int LEAST_NEIGHBORS = 2;

  /**
   * Refuses numbers that are none.
   *
   * @throws UserError with the key's name
   */
  public EmbeddingRequest {
    if (neighbors < LEAST_NEIGHBORS) {
      throw new UserError(
          "neighbors is " + neighbors + ", expected a number of at least " + LEAST_NEIGHBORS);
    }
    if (!(minDist >= 0 && minDist <= 1)) {
      throw new UserError("min_dist is " + minDist + ", expected a number from 0 to 1");
    }
  }

  /** What it says, in a few words. */
  public String words() {
    return method == EmbeddingMethod.PCA
        ? "pca, " + metric.label()
        : String.format(
            Locale.ROOT,
            "umap, neighbors %d, min_dist %s, %s, seed %d",
            neighbors,
            minDist,
            metric.label(),
            seed);
  }

  /**
   * Refuses too few vectors.
   *
   * @param count how many there are
   * @param words the same and where they are from, such as {@code 40 vectors of 40 pictures}
   * @throws UserError with the counts and the remedy
   */
  public void requireEnough(final int count, final String words) {
    final boolean umap = method == EmbeddingMethod.UMAP;
    final int least = umap ? neighbors + 1 : LEAST_NEIGHBORS + 1;
    if (count < least) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "there are too few vectors to embed (%s): %s needs %d or more, so choose %smore images or"
                  + " a larger per_picture",
              words,
              umap ? "neighbors=" + neighbors : "method=pca",
              least,
              umap && count > LEAST_NEIGHBORS ? "neighbors up to " + (count - 1) + ", " : ""));
    }
  }
}
