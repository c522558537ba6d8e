package io.github.inceptionlens.atlas.embedding;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How long an embedding takes, part by part, and how much of Java's memory it is given. */
public final class EmbeddingBenchmark {

  private static final int GROUPS = 40;
  private static final double NANOS = 1e9;

  private final int vectors;
  private final int channels;
  private final int neighbors;
  private final PrintStream out;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private String doing = "";
  private long since;

  private EmbeddingBenchmark(final int[] sizes, final PrintStream out) {
    vectors = sizes[0];
    channels = sizes[1];
    neighbors = sizes[2];
    this.out = out;
  }

  /**
   * @param arguments vectors, channels and neighbors: usually 50000 512 50
   */
  public static void main(final String... arguments) {
    final int[] sizes = {5_000, 512, 50};
    for (int i = 0; i < arguments.length; i++) {
      sizes[i] = Integer.parseInt(arguments[i]);
    }
    new EmbeddingBenchmark(sizes, System.out).run();
  }

  private void run() {
    final float[] values = PlantedVectors.clusters(GROUPS, vectors, channels, 1);
    since = System.nanoTime();
    final long start = since;
    final EmbeddingRequest request =
        new EmbeddingRequest(EmbeddingMethod.UMAP, neighbors, 0.05, VectorMetric.COSINE, 0);
    Embedding.of(values, channels, request, (fraction, what) -> turnTo(what.split("[ ,.]")[0]));
    turnTo("");
    out.printf(
        Locale.ROOT,
        "embedding: %,d vectors of %d, %d neighbors, in up to %,d MB of Java's memory: %.1f s %s%n",
        vectors,
        channels,
        neighbors,
        Runtime.getRuntime().maxMemory() >> 20,
        (System.nanoTime() - start) / NANOS,
        seconds);
  }

  private void turnTo(final String next) {
    final long now = System.nanoTime();
    if (!next.equals(doing)) {
      seconds.merge(doing, (now - since) / NANOS, Double::sum);
      since = now;
      doing = next;
    }
  }
}
