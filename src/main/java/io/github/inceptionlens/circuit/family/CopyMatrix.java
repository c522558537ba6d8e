package io.github.inceptionlens.circuit.family;

import io.github.inceptionlens.core.Progress;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How far each unit is a turned or mirrored copy of each other one: the largest correlation over
 * all ways, and the way in which it is had.
 */
final class CopyMatrix {

  /** Correlations that differ by less are one: of a symmetric figure the least turn counts. */
  private static final double NEARLY = 1e-5;

  private final CongruenceGroup group;
  private final int size;
  private final float[] best;
  private final short[] ways;

  private CopyMatrix(final CongruenceGroup group, final int size) {
    this.group = group;
    this.size = size;
    best = new float[size * size];
    ways = new short[size * size];
  }

  /**
   * Compares all pairs of units.
   *
   * @param others the same units, on the same pictures or on permuted ones
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  static CopyMatrix of(
      final OrbitSpectra units, final OrbitSpectra others, final Progress progress) {
    final CopyMatrix matrix = new CopyMatrix(units.group(), units.size());
    for (int unit = 0; unit < matrix.size; unit++) {
      final int first = unit;
      progress.at(
          matrix.done(first),
          String.format(Locale.ROOT, "Comparing unit %d of %d ...", first + 1, matrix.size));
      IntStream.range(first, matrix.size)
          .parallel()
          .forEach(other -> matrix.set(first, other, units.correlations(first, others, other)));
    }
    return matrix;
  }

  private double done(final int units) {
    final double left = 1 - (double) units / size;
    return 1 - left * left;
  }

  private void set(final int unit, final int other, final double[] correlations) {
    final double most = Arrays.stream(correlations).max().orElseThrow();
    int way = 0;
    while (correlations[way] < most - NEARLY) {
      way++;
    }
    best[unit * size + other] = (float) correlations[way];
    ways[unit * size + other] = (short) way;
    best[other * size + unit] = (float) correlations[way];
    ways[other * size + unit] = (short) group.inverse(way);
  }

  /** How many units there are. */
  int size() {
    return size;
  }

  /** The largest correlation of two units. */
  float best(final int unit, final int other) {
    return best[unit * size + other];
  }

  /** How the other one lies to the first, as an index of the group. */
  int way(final int unit, final int other) {
    return ways[unit * size + other];
  }

  /** The largest correlations of all pairs of different units, ascending. */
  double[] pairs() {
    final double[] pairs = new double[size * (size - 1) / 2];
    int next = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        pairs[next++] = best(i, j);
      }
    }
    Arrays.sort(pairs);
    return pairs;
  }
}
