package io.github.inceptionlens.circuit.tuning;

import io.github.inceptionlens.core.LargestIndex;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Responses by angle, which go round after a period.
 *
 * @param angles in degrees, from 0 to below the period, ascending
 * @param responses of any sign; where a response counts as a length, a negative one counts 0
 * @param period 360 for a direction, 180 for an orientation, 90 for a cross
 */
public record CircularCurve(double[] angles, double[] responses, double period) {

  private static final double SAME = 1e-7;

  /**
   * The curve of some responses: angles that are the same after a period are one, with the mean of
   * their responses.
   *
   * @param angles in degrees, in any order, at least one
   */
  public static CircularCurve of(
      final double[] angles, final double[] responses, final double period) {
    final Map<Double, double[]> sums = new TreeMap<>();
    for (int i = 0; i < angles.length; i++) {
      final double[] sum = sums.computeIfAbsent(within(angles[i], period), angle -> new double[2]);
      sum[0] += responses[i];
      sum[1]++;
    }
    return new CircularCurve(
        sums.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
        sums.values().stream().mapToDouble(sum -> sum[0] / sum[1]).toArray(),
        period);
  }

  /** An angle from 0 to below the period. */
  static double within(final double angle, final double period) {
    final double rounded = Math.rint((angle - period * Math.floor(angle / period)) / SAME) * SAME;
    return period - rounded < SAME / 2 ? 0 : rounded;
  }

  /** The same responses at angles that chance draws. */
  CircularCurve shuffled(final Random random) {
    final List<Double> mixed =
        Arrays.asList(Arrays.stream(responses).boxed().toArray(Double[]::new));
    Collections.shuffle(mixed, random);
    return new CircularCurve(
        angles, mixed.stream().mapToDouble(Double::doubleValue).toArray(), period);
  }

  /** How many angles there are. */
  int size() {
    return angles.length;
  }

  /** The response at an index that goes round; a negative one is 0. */
  double positive(final int index) {
    return Math.max(0, responses[Math.floorMod(index, size())]);
  }

  /** The angle at an index that goes round, on and on. */
  double angle(final int index) {
    return angles[Math.floorMod(index, size())] + period * Math.floorDiv(index, size());
  }

  /** The part of the period for which an angle stands: half of the way to each neighbor. */
  double part(final int index) {
    return size() == 1 ? 1 : (angle(index + 1) - angle(index - 1)) / 2 / period;
  }

  /** The index of the largest response, the first of several. */
  int largest() {
    return LargestIndex.of(responses);
  }

  /** The response at any angle, on the straight line between its neighbors; not negative. */
  double at(final double angle) {
    final double wanted = within(angle, period);
    int right = 0;
    while (right < size() && angles[right] < wanted) {
      right++;
    }
    final double way = angle(right) - angle(right - 1);
    final double part = way > 0 ? (wanted - angle(right - 1)) / way : 1;
    return positive(right - 1) * (1 - part) + positive(right) * part;
  }
}
