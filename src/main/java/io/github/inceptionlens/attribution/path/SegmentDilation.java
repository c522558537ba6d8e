package io.github.inceptionlens.attribution.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Widens the segments of a partition by a disk, so that they reach over their borders. */
final class SegmentDilation {

  private final int width;
  private final int height;
  private final int radius;

  /**
   * @param radius of the disk in pixels; a pixel at just that distance belongs to it
   */
  SegmentDilation(final int width, final int height, final int radius) {
    this.width = width;
    this.height = height;
    this.radius = radius;
  }

  /**
   * The pixels within the radius of each segment.
   *
   * @param labels the number of each pixel's segment, from 0, row-major
   */
  List<int[]> segments(final int[] labels) {
    final int count = Arrays.stream(labels).max().orElse(-1) + 1;
    final List<IntStream.Builder> pixels = new ArrayList<>();
    final int[] last = new int[count];
    for (int segment = 0; segment < count; segment++) {
      pixels.add(IntStream.builder());
      last[segment] = -1;
    }
    for (int pixel = 0; pixel < labels.length; pixel++) {
      for (int row = top(pixel); row <= bottom(pixel); row++) {
        final int reach = reach(row - pixel / width);
        final int end = Math.min(width - 1, pixel % width + reach);
        for (int column = Math.max(0, pixel % width - reach); column <= end; column++) {
          final int segment = labels[row * width + column];
          if (last[segment] != pixel) {
            last[segment] = pixel;
            pixels.get(segment).add(pixel);
          }
        }
      }
    }
    return pixels.stream().map(builder -> builder.build().toArray()).toList();
  }

  private int top(final int pixel) {
    return Math.max(0, pixel / width - radius);
  }

  private int bottom(final int pixel) {
    return Math.min(height - 1, pixel / width + radius);
  }

  /** Half the disk's width so many rows from its center. */
  private int reach(final int rows) {
    return (int) Math.sqrt(radius * radius - rows * rows);
  }
}
