package io.github.inceptionlens.weights.cache;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a cleaning removed, and what it left because it is not ours.
 *
 * @param bytes how many are free now
 * @param left foreign files and folders, where one of ours could have been
 */
public record CleaningReport(long bytes, List<Path> left) {

  /** Copies the list. */
  public CleaningReport {
    left = List.copyOf(left);
  }

  /** Both together. */
  public CleaningReport and(final CleaningReport other) {
    final List<Path> all = new ArrayList<>(left);
    all.addAll(other.left);
    return new CleaningReport(bytes + other.bytes, all);
  }
}
