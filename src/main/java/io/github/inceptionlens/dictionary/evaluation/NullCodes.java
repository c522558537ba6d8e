package io.github.inceptionlens.dictionary.evaluation;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.dictionary.Directions;
import io.github.inceptionlens.dictionary.IdentityTrainer;
import io.github.inceptionlens.dictionary.KMeansTrainer;
import io.github.inceptionlens.dictionary.NonNegativeTrainer;
import io.github.inceptionlens.dictionary.PrincipalComponentsTrainer;
import io.github.inceptionlens.dictionary.RandomTrainer;
import io.github.inceptionlens.dictionary.Vectors;
import io.github.inceptionlens.dictionary.autoencoder.Autoencoder;
import io.github.inceptionlens.dictionary.vectors.FloatRows;
import io.github.inceptionlens.network.engine.MatrixProducts;

/**
 * Codes that a learned dictionary must be better than, with as many active entries per place.
 *
 * @param vectors what they are learned from
 * @param k how many entries are active at a place at most
 */
record NullCodes(Vectors vectors, int k) {

  /** The same vector everywhere. */
  static SparseCode constant(final float[] mean) {
    final int channels = mean.length;
    return new SparseCode(
        new Autoencoder(new float[channels], new float[1], new float[channels], mean),
        ActiveRule.NOTHING);
  }

  /** The mean of each channel. */
  float[] mean() {
    final double[] mean = vectors.mean();
    final float[] center = new float[mean.length];
    for (int c = 0; c < center.length; c++) {
      center[c] = (float) mean[c];
    }
    return center;
  }

  /** Their mean everywhere. */
  SparseCode constant() {
    return constant(mean());
  }

  /**
   * The k channels that are farthest from their means, to either side; the others at their means:
   * of all codes by k channels the best.
   */
  SparseCode channels() {
    final Vectors none = Vectors.none(vectors.layer(), vectors.channels());
    final Directions all = new IdentityTrainer().train(none, 1, 0, Progress.NONE);
    return bothSides(all.encoder(), mean());
  }

  /** The same of principal components: of all codes by k of them the best. */
  SparseCode components(final Progress progress) {
    final Directions found = new PrincipalComponentsTrainer().all(vectors, progress);
    return bothSides(found.encoder(), found.center());
  }

  private SparseCode bothSides(final float[] rows, final float[] center) {
    final float[] both = new float[2 * rows.length];
    for (int i = 0; i < rows.length; i++) {
      both[i] = rows[i];
      both[rows.length + i] = -rows[i];
    }
    return new SparseCode(
        new Autoencoder(both, new float[both.length / center.length], both, center),
        ActiveRule.topK(k));
  }

  /**
   * The k strongest of so many non-negative factors, times the one number that serves best.
   *
   * @throws io.github.inceptionlens.core.UserError when values are below 0, or there are not so
   *     many factors in the vectors
   */
  SparseCode factors(final int count, final long seed, final Progress progress) {
    final Directions found = new NonNegativeTrainer().train(vectors, count, seed, progress);
    return scaled(
        found.encoder(), found.decoder().orElseThrow(), found.center(), ActiveRule.topK(k));
  }

  /**
   * The nearest of so many means of groups in the place of each vector: one entry is active.
   *
   * @throws io.github.inceptionlens.core.UserError when there are fewer kinds of vectors
   */
  SparseCode means(final int count, final long seed, final Progress progress) {
    final float[] rows =
        new KMeansTrainer().train(vectors, count, seed, progress).encoder().clone();
    final float[] center = mean();
    final float[] bias = new float[rows.length / center.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] -= center[i % center.length];
      bias[i / center.length] -= rows[i] * rows[i] / 2;
    }
    return new SparseCode(new Autoencoder(rows, bias, rows, center), ActiveRule.LARGEST_ALONE);
  }

  /** The k strongest of so many random directions, times the one number that serves best. */
  SparseCode random(final int count, final long seed) {
    final Vectors none = Vectors.none(vectors.layer(), vectors.channels());
    final float[] rows = new RandomTrainer().train(none, count, seed, Progress.NONE).encoder();
    return scaled(rows, rows, mean(), ActiveRule.topK(k));
  }

  /** With atoms times the factor by which the vectors are rebuilt with the least squared error. */
  private SparseCode scaled(
      final float[] encoder, final float[] decoder, final float[] center, final ActiveRule rule) {
    final SparseCode plain =
        new SparseCode(
            new Autoencoder(encoder, new float[encoder.length / center.length], decoder, center),
            rule);
    final float[] rows = vectors.values().clone();
    final float[] rebuilt = new float[rows.length];
    final int count = vectors.size();
    try (MatrixProducts products = new MatrixProducts()) {
      final float[] strengths = new float[Math.multiplyExact(count, plain.entries())];
      plain.encode(products, rows, count, strengths);
      plain.decode(products, strengths, count, rebuilt);
    }
    double both = 0;
    for (int i = 0; i < rows.length; i++) {
      both += (double) rows[i] * rebuilt[i];
    }
    final double squares = FloatRows.squares(rebuilt, 0, rebuilt.length);
    final float factor = squares > 0 ? (float) (both / squares) : 1;
    final float[] atoms = decoder.clone();
    for (int i = 0; i < atoms.length; i++) {
      atoms[i] *= factor;
    }
    return new SparseCode(new Autoencoder(encoder, plain.model().bias(), atoms, center), rule);
  }
}
