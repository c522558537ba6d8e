package io.github.inceptionlens.collection.sample;

import java.util.Map;

/**
 * Vectors of a sample laid out in two dimensions, as a file keeps it.
 *
 * @param rows which of the sample's vectors are embedded, [n]
 * @param order which of those came at which place when they were laid out, [n]
 * @param points where they lie, [n, 2]
 * @param texts how it was made and how good it is
 */
public record KeptEmbedding(long[] rows, int[] order, float[] points, Map<String, String> texts) {

  /** Copies the texts. */
  public KeptEmbedding {
    texts = Map.copyOf(texts);
    if (order.length != rows.length || points.length != 2 * rows.length) {
      throw new IllegalArgumentException(
          rows.length + " rows, " + order.length + " places, " + points.length + " coordinates");
    }
  }

  /** How many vectors. */
  public int size() {
    return rows.length;
  }
}
