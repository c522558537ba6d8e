package io.github.inceptionlens.command.report.sheet;

import java.util.List;

/**
 * How often values of each size were seen.
 *
 * @param least where the first bin begins
 * @param largest where the last bin ends
 * @param counts by bin, all of one width
 * @param marks values that are marked, ascending
 * @param axis what the values are
 * @param note figures in words
 */
public record ValueCounts(
    double least, double largest, List<Long> counts, List<Mark> marks, String axis, String note) {

  /** A value with a name. */
  public record Mark(double value, String name) {}

  /** Copies the lists. */
  public ValueCounts {
    counts = List.copyOf(counts);
    marks = List.copyOf(marks);
  }

  /** The width of a bin. */
  double width() {
    return (largest - least) / counts.size();
  }
}
