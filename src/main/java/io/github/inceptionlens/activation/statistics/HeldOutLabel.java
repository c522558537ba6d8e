package io.github.inceptionlens.activation.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well a unit tells a label from all others on pictures on which the label was not chosen.
 *
 * @param label empty where there is none
 * @param area under the receiver operating characteristic of the picture's mean: 0.5 by chance; NaN
 *     where the pictures lack that label, or any other
 * @param averagePrecision the mean, over the pictures of that label, of the part of that label
 *     among all pictures whose mean is as large or larger; by chance about the prevalence; NaN as
 *     above
 * @param prevalence the part of the pictures that are of that label
 */
public record HeldOutLabel(String label, double area, double averagePrecision, double prevalence) {

  /** There is no label. */
  static final HeldOutLabel NONE = new HeldOutLabel("", Double.NaN, Double.NaN, Double.NaN);

  /**
   * @param means on each picture
   * @param isOf whether each is of the label
   */
  static HeldOutLabel of(
      final String label, final double area, final double[] means, final boolean[] isOf) {
    final double inside = IntStream.range(0, isOf.length).filter(i -> isOf[i]).count();
    final boolean tells = inside > 0 && inside < isOf.length;
    return new HeldOutLabel(
        label,
        area,
        tells ? averagePrecision(means, isOf, inside) : Double.NaN,
        inside / isOf.length);
  }

  private static double averagePrecision(
      final double[] means, final boolean[] isOf, final double inside) {
    final List<Integer> order =
        IntStream.range(0, means.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -means[i]))
            .toList();
    double sum = 0;
    double found = 0;
    int from = 0;
    while (from < order.size()) {
      int to = from;
      double gained = 0;
      while (to < order.size() && means[order.get(to)] == means[order.get(from)]) {
        gained += isOf[order.get(to)] ? 1 : 0;
        to++;
      }
      found += gained;
      sum += gained * found / to;
      from = to;
    }
    return sum / inside;
  }
}
