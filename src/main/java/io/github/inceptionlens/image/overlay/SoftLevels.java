package io.github.inceptionlens.image.overlay;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The opacities of a plane in a number of steps: what each of them covers. */
final class SoftLevels {

  private final int steps;
  private final int[] counts;
  private final int[] left;
  private final int[] right;
  private final int[] top;
  private final int[] bottom;

  SoftLevels(final int steps) {
    this.steps = steps;
    counts = new int[steps + 2];
    left = new int[steps + 1];
    right = new int[steps + 1];
    top = new int[steps + 1];
    bottom = new int[steps + 1];
    Arrays.fill(left, Integer.MAX_VALUE);
    Arrays.fill(top, Integer.MAX_VALUE);
    Arrays.fill(right, -1);
    Arrays.fill(bottom, -1);
  }

  int steps() {
    return steps;
  }

  /**
   * The step of a pixel.
   *
   * @param strength the part of the opacity that it has, 0 to 1
   * @param noise what is added before rounding down, below 1
   */
  int of(final double strength, final double noise) {
    return (int) Math.min(steps, strength * steps + noise);
  }

  /** Counts a pixel. */
  void see(final int level, final int x, final int y) {
    counts[level]++;
    left[level] = Math.min(left[level], x);
    right[level] = Math.max(right[level], x);
    top[level] = Math.min(top[level], y);
    bottom[level] = Math.max(bottom[level], y);
  }

  /** Each level covers what those above it do: to be called once, when all pixels are seen. */
  void add() {
    for (int level = steps - 1; level > 0; level--) {
      counts[level] += counts[level + 1];
      left[level] = Math.min(left[level], left[level + 1]);
      right[level] = Math.max(right[level], right[level + 1]);
      top[level] = Math.min(top[level], top[level + 1]);
      bottom[level] = Math.max(bottom[level], bottom[level + 1]);
    }
  }

  /** What each level covers, at most; the levels above one that covers nothing are left away. */
  List<Rectangle> parts() {
    final List<Rectangle> parts = new ArrayList<>();
    for (int level = 1; level <= steps && counts[level] > 0; level++) {
      parts.add(
          new Rectangle(
              left[level],
              top[level],
              right[level] - left[level] + 1,
              bottom[level] - top[level] + 1));
    }
    return parts;
  }

  /** The pixels of all parts together. */
  long pixels() {
    return parts().stream().mapToLong(part -> (long) part.width * part.height).sum();
  }

  /** Whether the next level covers the same. */
  boolean isLikeNext(final int level) {
    return level < steps && counts[level] == counts[level + 1];
  }
}
