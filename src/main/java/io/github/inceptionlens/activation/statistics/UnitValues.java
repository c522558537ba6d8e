package io.github.inceptionlens.activation.statistics;

/** The values of one unit that were seen so far. */
final class UnitValues {

  /** A variance that is a smaller part of the mean square is none. */
  private static final double ROUNDING = 1e-9;

  private long count;
  private double sum;
  private double squares;
  private double cubes;
  private double fourths;
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
    double addedSquares = 0;
    double addedCubes = 0;
    double addedFourths = 0;
    for (final int place : places) {
      final float value = map[place];
      final double square = (double) value * value;
      added += value;
      addedSquares += square;
      addedCubes += square * value;
      addedFourths += square * square;
      active += value > 0 ? 1 : 0;
      least = value < least ? value : least;
      largest = value > largest ? value : largest;
      histogram.add(value);
    }
    sum += added;
    squares += addedSquares;
    cubes += addedCubes;
    fourths += addedFourths;
    count += places.length;
    return (float) (added / places.length);
  }

  void add(final UnitValues other) {
    count += other.count;
    sum += other.sum;
    squares += other.squares;
    cubes += other.cubes;
    fourths += other.fourths;
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

  /** The fourth moment about the mean in units of the variance's square, less 3. */
  double kurtosis() {
    final double mean = mean();
    final double variance = squares / count - mean * mean;
    final double fourth =
        fourths / count
            - 4 * mean * cubes / count
            + 6 * mean * mean * squares / count
            - 3 * mean * mean * mean * mean;
    return variance > ROUNDING * squares / count ? fourth / (variance * variance) - 3 : Double.NaN;
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
