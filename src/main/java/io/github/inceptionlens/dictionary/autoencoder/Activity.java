package io.github.inceptionlens.dictionary.autoencoder;

import io.github.inceptionlens.network.edit.Nonlinearity;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which latents are active once an autoencoder is in use.
 *
 * @param k how many at a place at most; as many as there are for those that a threshold decides
 * @param threshold 0 or more, in the units of the training
 */
public record Activity(SparseMethod method, int k, float threshold) {

  /** What is active at some places, each by itself. */
  public ActiveLatents[] of(final float[] strengths, final int rows, final int entries) {
    final int[] all = IntStream.range(0, entries).toArray();
    final ActiveLatents[] active = new ActiveLatents[rows];
    IntStream.range(0, rows)
        .parallel()
        .forEach(row -> active[row] = ofRow(strengths, row * entries, all));
    return active;
  }

  private ActiveLatents ofRow(final float[] strengths, final int start, final int[] all) {
    return switch (method) {
      case TOPK, ARCHETYPAL -> ActiveLatents.largest(strengths, start, all, k);
      case BATCHTOPK -> ActiveLatents.above(strengths, start, all.length, threshold);
      case RELU -> ActiveLatents.above(strengths, start, all.length, 0);
    };
  }

  /**
   * The same as a row of the network's table.
   *
   * @param scale what the training multiplied activations by
   */
  public Nonlinearity nonlinearity(final int entries, final double scale) {
    return switch (method) {
      case TOPK, ARCHETYPAL -> Nonlinearity.topK(k);
      case RELU -> Nonlinearity.RELU;
      case BATCHTOPK -> {
        final float[] thresholds = new float[entries];
        Arrays.fill(thresholds, (float) (threshold / scale));
        yield Nonlinearity.above(thresholds);
      }
    };
  }
}
