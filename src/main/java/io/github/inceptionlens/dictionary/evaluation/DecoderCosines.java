package io.github.inceptionlens.dictionary.evaluation;

import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.dictionary.vectors.FloatRows;
import io.github.inceptionlens.network.engine.MatrixProducts;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Cosines between the atoms of one decoder and those of another, or of the same.
 *
 * @param cosines [one, other], row-major, −1 to 1; 0 for atoms without a direction
 */
record DecoderCosines(float[] cosines, int ones, int others) {

  /** A row's best partner that is free. */
  private record Pair(int one, int other, float cosine) {}

  static DecoderCosines of(final SparseCode one, final SparseCode other) {
    HeapCheck.require(
        (long) Float.BYTES * one.entries() * other.entries(),
        "a table of " + one.entries() + " x " + other.entries() + " cosines",
        "evaluate a smaller dictionary");
    final float[] cosines = new float[Math.multiplyExact(one.entries(), other.entries())];
    try (MatrixProducts products = new MatrixProducts()) {
      products.timesTransposed(
          units(one), one.entries(), units(other), other.entries(), one.channels(), cosines);
    }
    return new DecoderCosines(cosines, one.entries(), other.entries());
  }

  private static float[] units(final SparseCode code) {
    final float[] atoms = code.model().decoder().clone();
    for (int entry = 0; entry < code.entries(); entry++) {
      FloatRows.normalize(atoms, entry * code.channels(), code.channels());
    }
    return atoms;
  }

  /**
   * The mean over the atoms of one decoder of the largest cosine with another of its atoms; NaN for
   * a single one. High values tell of atoms that are there more than once.
   */
  static double neighbor(final SparseCode code) {
    final DecoderCosines within = of(code, code);
    double sum = 0;
    for (int one = 0; one < within.ones; one++) {
      float best = Float.NEGATIVE_INFINITY;
      for (int other = 0; other < within.others; other++) {
        best = one == other ? best : Math.max(best, within.at(one, other));
      }
      sum += best;
    }
    return within.ones > 1 ? sum / within.ones : Double.NaN;
  }

  private float at(final int one, final int other) {
    return cosines[one * others + other];
  }

  /**
   * The mean cosine of matched atoms, each of which is in one pair at most. Greedy: the pair of the
   * largest cosine among all that are free is matched first, so that the mean is that of the best
   * assignment or less.
   */
  double matched() {
    final boolean[] taken = new boolean[others];
    final PriorityQueue<Pair> open =
        new PriorityQueue<>(
            Comparator.comparingDouble((Pair pair) -> -pair.cosine).thenComparingInt(Pair::one));
    for (int one = 0; one < ones; one++) {
      open.add(best(one, taken));
    }
    double sum = 0;
    int left = Math.min(ones, others);
    while (left > 0) {
      final Pair next = open.remove();
      if (taken[next.other]) {
        open.add(best(next.one, taken));
      } else {
        taken[next.other] = true;
        sum += next.cosine;
        left--;
      }
    }
    return sum / Math.min(ones, others);
  }

  private Pair best(final int one, final boolean[] taken) {
    int best = -1;
    for (int other = 0; other < others; other++) {
      if (!taken[other] && (best < 0 || at(one, other) > at(one, best))) {
        best = other;
      }
    }
    return new Pair(one, best, at(one, best));
  }
}
