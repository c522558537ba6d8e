package io.github.inceptionlens.dictionary.sparse;

import io.github.inceptionlens.dictionary.autoencoder.ActiveLatents;
import io.github.inceptionlens.dictionary.autoencoder.Activity;
import io.github.inceptionlens.dictionary.autoencoder.BatchSelection;
import io.github.inceptionlens.dictionary.autoencoder.SparseMethod;
import java.util.stream.IntStream;

/**
 * Which latents are active while an autoencoder learns, and the two numbers that follow from what
 * is seen: the threshold that keeps k per place in the mean, and the penalty that leads there.
 */
final class BatchChoice {

  private static final double LONG = 0.999;
  private static final int MEMORIES = 10;
  private static final double FIRST_PENALTY = 0.1;
  private static final double PENALTY_PACE = 0.01;

  private final SparseRequest request;
  private final int[] all;
  private double threshold = Double.NaN;
  private double penalty = FIRST_PENALTY;

  BatchChoice(final SparseRequest request) {
    this.request = request;
    all = IntStream.range(0, request.size()).toArray();
  }

  /**
   * What of a batch is active.
   *
   * @param strengths [row, entry]
   */
  ActiveLatents[] of(final float[] strengths) {
    return switch (request.method()) {
      case TOPK, ARCHETYPAL -> largest(strengths, all, request.k());
      case BATCHTOPK -> largestOfAll(strengths);
      case RELU -> positive(strengths);
    };
  }

  /** The k largest among some latents, of each row. */
  ActiveLatents[] largest(final float[] strengths, final int[] among, final int k) {
    final ActiveLatents[] active = new ActiveLatents[request.batch()];
    IntStream.range(0, active.length)
        .parallel()
        .forEach(
            row -> active[row] = ActiveLatents.largest(strengths, row * request.size(), among, k));
    return active;
  }

  private ActiveLatents[] largestOfAll(final float[] strengths) {
    final int rows = request.batch();
    final BatchSelection selection =
        BatchSelection.of(strengths, rows * request.size(), (long) rows * request.k());
    final double memory = Math.max(0, Math.min(LONG, 1 - (double) MEMORIES / request.steps()));
    threshold =
        Double.isNaN(threshold)
            ? selection.least()
            : memory * threshold + (1 - memory) * selection.least();
    return selection.apply(strengths, rows, request.size());
  }

  private ActiveLatents[] positive(final float[] strengths) {
    final ActiveLatents[] active = new ActiveLatents[request.batch()];
    IntStream.range(0, active.length)
        .parallel()
        .forEach(
            row ->
                active[row] =
                    ActiveLatents.above(strengths, row * request.size(), request.size(), 0));
    long count = 0;
    for (final ActiveLatents row : active) {
      count += row.count();
    }
    final double off = Math.log((count + 1.0) / ((double) active.length * request.k()));
    penalty *= Math.exp(PENALTY_PACE * Math.max(-1, Math.min(1, off)));
    return active;
  }

  /** The weight of the strengths' sum in the loss. */
  double penalty() {
    return request.method() == SparseMethod.RELU ? penalty : 0;
  }

  /** The same choice once the autoencoder is in use. */
  Activity activity() {
    return new Activity(request.method(), request.k(), (float) Math.max(0, known(threshold)));
  }

  private static double known(final double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  double[] kept() {
    return new double[] {threshold, penalty};
  }

  void restore(final double[] kept) {
    threshold = kept[0];
    penalty = kept[1];
  }
}
