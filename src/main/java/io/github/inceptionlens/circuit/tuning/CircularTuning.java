package io.github.inceptionlens.circuit.tuning;

/**
 * What a curve over angles says. Of responses below 0 nothing counts.
 *
 * @param preferred the angle in degrees of the sum of all responses as vectors, of which the period
 *     is a full turn; NaN where they cancel
 * @param width half of the width in degrees at half of the largest response, on straight lines
 *     between the angles; NaN where the curve does not fall so far on both sides
 * @param selectivity (a - b) / (a + b) of the largest response and that half a period away: 0 to 1
 * @param circularVariance 1 less the length of the sum of vectors by the sum of their lengths: 0
 *     for a response at one angle, 1 for none that is preferred
 * @param peak the largest response
 * @param peakAngle where it is
 * @param second the angle of the next largest maximum; NaN where there is none
 * @param secondRatio its response by the largest; 0 where there is none
 * @see <a href="https://doi.org/10.1523/JNEUROSCI.22-13-05639.2002">Ringach, Shapley and Hawken
 *     2002, Orientation Selectivity in Macaque V1</a>
 */
public record CircularTuning(
    double preferred,
    double width,
    double selectivity,
    double circularVariance,
    double peak,
    double peakAngle,
    double second,
    double secondRatio) {

  private static final double FULL = 360;
  private static final double CANCELED = 1e-6;

  /** What a curve says; where no response is above 0 all but the peak is NaN. */
  public static CircularTuning of(final CircularCurve curve) {
    final int largest = curve.largest();
    final double peak = curve.responses()[largest];
    final double peakAngle = curve.angles()[largest];
    if (!(peak > 0)) {
      return new CircularTuning(
          Double.NaN, Double.NaN, Double.NaN, Double.NaN, peak, peakAngle, Double.NaN, Double.NaN);
    }
    final double[] sum = sum(curve);
    final double length = Math.hypot(sum[0], sum[1]) / sum[2];
    final double turn = Math.toDegrees(Math.atan2(sum[1], sum[0])) * curve.period() / FULL;
    final double away = curve.at(peakAngle + curve.period() / 2);
    final int second = second(curve, largest);
    return new CircularTuning(
        length < CANCELED ? Double.NaN : CircularCurve.within(turn, curve.period()),
        width(curve, largest),
        (peak - away) / (peak + away),
        1 - length,
        peak,
        peakAngle,
        second < 0 ? Double.NaN : curve.angles()[second],
        second < 0 ? 0 : curve.responses()[second] / peak);
  }

  /** The sum of the vectors, x and y, and of their lengths. */
  private static double[] sum(final CircularCurve curve) {
    final double[] sum = new double[3];
    for (int i = 0; i < curve.size(); i++) {
      final double length = curve.positive(i) * curve.part(i);
      final double angle = Math.toRadians(curve.angles()[i] * FULL / curve.period());
      sum[0] += length * Math.cos(angle);
      sum[1] += length * Math.sin(angle);
      sum[2] += length;
    }
    return sum;
  }

  private static double width(final CircularCurve curve, final int largest) {
    return (way(curve, largest, 1) + way(curve, largest, -1)) / 2;
  }

  /** How far it is on one side to where the curve falls to half of its peak. */
  private static double way(final CircularCurve curve, final int largest, final int step) {
    final double half = curve.positive(largest) / 2;
    for (int i = 1; i < curve.size(); i++) {
      final double before = curve.positive(largest + step * (i - 1));
      final double here = curve.positive(largest + step * i);
      if (here <= half) {
        final double from = curve.angle(largest + step * (i - 1));
        final double part = (before - half) / (before - here);
        final double at = from + part * (curve.angle(largest + step * i) - from);
        return Math.abs(at - curve.angle(largest));
      }
    }
    return Double.NaN;
  }

  /** The index of the largest other maximum; -1 for none. */
  private static int second(final CircularCurve curve, final int largest) {
    int best = -1;
    for (int i = 1; i < curve.size(); i++) {
      final int at = Math.floorMod(largest + i, curve.size());
      if (isMaximum(curve, largest, i) && (best < 0 || curve.positive(at) > curve.positive(best))) {
        best = at;
      }
    }
    return best;
  }

  /** Whether the curve rises to a place and falls after it, or after others with its response. */
  private static boolean isMaximum(final CircularCurve curve, final int largest, final int index) {
    final double here = curve.positive(largest + index);
    int next = index + 1;
    while (next < curve.size() && curve.positive(largest + next) == here) {
      next++;
    }
    return curve.positive(largest + index - 1) < here && curve.positive(largest + next) < here;
  }
}
