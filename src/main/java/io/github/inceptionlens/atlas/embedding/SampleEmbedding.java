package io.github.inceptionlens.atlas.embedding;

import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.collection.sample.KeptEmbedding;
import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The embedding of a sample's vectors, with what is kept of it.
 *
 * @param sample the vectors with their places
 * @param rows which of them are embedded, in the embedding's order
 * @param made the embedding and how good it is
 * @param notes what was left out and why, in sentences
 */
public record SampleEmbedding(
    ActivationSample sample, long[] rows, Embedding.Made made, List<String> notes) {

  /** More vectors are not embedded, but drawn from: neighbors are looked for among all pairs. */
  public static final int MOST = 100_000;

  private static final String PREFIX = "embedding_";
  private static final String OF_PCA = "pca_";
  private static final int COPIES = 4;
  private static final int BYTES_OF_PAIR = 64;

  /** Copies the list. */
  public SampleEmbedding {
    notes = List.copyOf(notes);
  }

  /**
   * Embeds a sample, of which {@link #MOST} vectors are drawn by the seed where there are more.
   * Vectors that the metric cannot compare are left out.
   *
   * @param words how many vectors and where they are from, such as {@code 40 vectors of 40
   *     pictures}
   * @throws UserError as {@link Embedding#of}, and when Java's memory is too small
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  public static SampleEmbedding of(
      final ActivationSample sample,
      final String words,
      final EmbeddingRequest request,
      final Progress progress) {
    final long[] drawn = sample.draw(MOST, request.seed());
    Arrays.sort(drawn);
    requireRoom(drawn.length, sample.channels(), request);
    final long[] rows =
        Arrays.stream(drawn)
            .filter(row -> request.metric().compares(sample.row(row), 0, sample.channels()))
            .toArray();
    request.requireEnough(
        rows.length,
        rows.length == sample.size()
            ? words
            : words + String.format(Locale.ROOT, ", %,d of them not 0", rows.length));
    final Embedding.Made made =
        Embedding.of(sample.rows(rows), sample.channels(), request, progress);
    return new SampleEmbedding(sample, rows, made, notes(sample, drawn.length, rows.length));
  }

  private static void requireRoom(
      final int vectors, final int channels, final EmbeddingRequest request) {
    final long values = (long) COPIES * vectors * channels * Float.BYTES;
    final long pairs =
        request.method() == EmbeddingMethod.UMAP
            ? (long) BYTES_OF_PAIR * vectors * Math.min(vectors, request.neighbors())
            : 0;
    HeapCheck.require(
        values + pairs,
        String.format(Locale.ROOT, "embedding %,d vectors of %,d", vectors, channels),
        "choose a smaller limit or per_picture");
  }

  private static List<String> notes(
      final ActivationSample sample, final int drawn, final int left) {
    final List<String> notes = new ArrayList<>();
    if (drawn < sample.size()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d vectors, drawn by the seed, are embedded",
              drawn,
              sample.size()));
    }
    if (left < drawn) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d vectors are 0 in every channel, so that they have no direction to compare,"
                  + " and are left out",
              drawn - left,
              drawn));
    }
    return notes;
  }

  /** What is kept of it. */
  public KeptEmbedding kept() {
    final Embedding embedding = made.embedding();
    final EmbeddingRequest request = embedding.request();
    final Map<String, String> texts = new LinkedHashMap<>();
    texts.put(PREFIX + "method", request.method().label());
    texts.put(PREFIX + "neighbors", String.valueOf(request.neighbors()));
    texts.put(PREFIX + "min_dist", String.valueOf(request.minDist()));
    texts.put(PREFIX + "metric", request.metric().label());
    texts.put(PREFIX + "seed", String.valueOf(request.seed()));
    put(texts, PREFIX, made.quality());
    put(texts, PREFIX + OF_PCA, made.ofPca());
    texts.put(PREFIX + "notes", String.join("\n", notes));
    return new KeptEmbedding(rows, embedding.order(), embedding.points(), texts);
  }

  private static void put(
      final Map<String, String> texts, final String prefix, final EmbeddingQuality quality) {
    texts.put(prefix + "k", String.valueOf(quality.neighbors()));
    texts.put(prefix + "measured", String.valueOf(quality.measured()));
    texts.put(prefix + "trustworthiness", String.valueOf(quality.trustworthiness()));
    texts.put(prefix + "preservation", String.valueOf(quality.preservation()));
  }

  /**
   * What was kept, as it was made.
   *
   * @param sample the one that was embedded
   * @return nothing where the two do not belong together, or what was kept is damaged
   */
  public static Optional<SampleEmbedding> of(
      final ActivationSample sample, final KeptEmbedding kept) {
    try {
      final float[] vectors = sample.rows(kept.rows());
      final Embedding embedding =
          Embedding.kept(
              vectors, sample.channels(), request(kept.texts()), kept.order(), kept.points());
      final Embedding.Made made =
          new Embedding.Made(embedding, quality(kept, PREFIX), quality(kept, PREFIX + OF_PCA));
      final List<String> notes =
          kept.texts().get(PREFIX + "notes").lines().filter(line -> !line.isBlank()).toList();
      return Optional.of(new SampleEmbedding(sample, kept.rows(), made, notes));
    } catch (final IndexOutOfBoundsException
        | UserError
        | NumberFormatException
        | NullPointerException e) {
      return Optional.empty();
    }
  }

  private static EmbeddingRequest request(final Map<String, String> texts) {
    return new EmbeddingRequest(
        EmbeddingMethod.of(texts.get(PREFIX + "method")),
        Integer.parseInt(texts.get(PREFIX + "neighbors")),
        Double.parseDouble(texts.get(PREFIX + "min_dist")),
        VectorMetric.of(texts.get(PREFIX + "metric")),
        Long.parseLong(texts.get(PREFIX + "seed")));
  }

  private static EmbeddingQuality quality(final KeptEmbedding kept, final String prefix) {
    return new EmbeddingQuality(
        Integer.parseInt(kept.texts().get(prefix + "k")),
        Integer.parseInt(kept.texts().get(prefix + "measured")),
        kept.size(),
        Double.parseDouble(kept.texts().get(prefix + "trustworthiness")),
        Double.parseDouble(kept.texts().get(prefix + "preservation")));
  }
}
