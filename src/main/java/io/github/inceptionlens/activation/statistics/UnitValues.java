package io.github.inceptionlens.activation.statistics;

/** The values of one unit that were seen so far. */
final class UnitValues {

  private long count;
  private double sum;
  private double squares;
  private long active;
  private float least = Float.POSITIVE_INFINITY;
  private float largest = Float.NEGATIVE_INFINITY;
  private final ValueHistogram histogram = new ValueHistogram();

  /**
   * Adds the values at some places.
   *
   * @return their mean
   */
  float add(final float[] map, final int[] places) {
    double added = 0;
    for (final int place : places) {
      final float value = map[place];
      added += value;
      squares += (double) value * value;
      active += value > 0 ? 1 : 0;
      least = Math.min(least, value);
      largest = Math.max(largest, value);
      histogram.add(value);
    }
    sum += added;
    count += places.length;
    return (float) (added / places.length);
  }

  void add(final UnitValues other) {
    count += other.count;
    sum += other.sum;
    squares += other.squares;
    active += other.active;
    least = Math.min(least, other.least);
    largest = Math.max(largest, other.largest);
    histogram.add(other.histogram);
  }

  long count() {
    return count;
  }

  double mean() {
    return sum / count;
  }

  double deviation() {
    final double mean = mean();
    return Math.sqrt(Math.max(0, squares / count - mean * mean));
  }

  double active() {
    return (double) active / count;
  }

  float least() {
    return least;
  }

  float largest() {
    return largest;
  }

  ValueHistogram histogram() {
    return histogram;
  }
}
