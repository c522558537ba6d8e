package io.github.inceptionlens.cache;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a cleaning removed, and what it left because it is not ours.
 *
 * @param bytes how many are free now
 * @param left foreign files and folders, where one of ours could have been
 */
public record Cleared(long bytes, List<Path> left) {

  /** Copies the list. */
  public Cleared {
    left = List.copyOf(left);
  }

  /** Both together. */
  public Cleared and(final Cleared other) {
    final List<Path> all = new ArrayList<>(left);
    all.addAll(other.left);
    return new Cleared(bytes + other.bytes, all);
  }
}
