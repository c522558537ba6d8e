package io.github.inceptionlens.atlas.embedding;

/**
 * The nearest of those that are offered, so many at most: a heap with the farthest at its root. Of
 * two that are equally far the one with the lower index counts as nearer.
 */
final class Nearest {

  private final double[] distances;
  private final int[] indices;
  private int size;

  Nearest(final int most) {
    distances = new double[most];
    indices = new int[most];
  }

  int size() {
    return size;
  }

  void offer(final int index, final double distance) {
    if (size < indices.length) {
      up(size++, index, distance);
    } else if (isNearer(index, distance, 0)) {
      down(index, distance);
    }
  }

  private boolean isNearer(final int index, final double distance, final int than) {
    return distance < distances[than] || distance == distances[than] && index < indices[than];
  }

  private void up(final int from, final int index, final double distance) {
    int at = from;
    while (at > 0 && !isNearer(index, distance, (at - 1) / 2)) {
      set(at, indices[(at - 1) / 2], distances[(at - 1) / 2]);
      at = (at - 1) / 2;
    }
    set(at, index, distance);
  }

  private void down(final int index, final double distance) {
    int at = 0;
    int child = farther(1);
    while (child < size && isNearer(index, distance, child)) {
      set(at, indices[child], distances[child]);
      at = child;
      child = farther(2 * at + 1);
    }
    set(at, index, distance);
  }

  /** The farther one of two neighbors of the heap. */
  private int farther(final int left) {
    final int right = left + 1;
    return right < size && isNearer(indices[left], distances[left], right) ? right : left;
  }

  private void set(final int at, final int index, final double distance) {
    indices[at] = index;
    distances[at] = distance;
  }

  /** Those that are kept, the nearest first; then it is empty. */
  int[] takeAll() {
    final int[] sorted = new int[size];
    while (size > 0) {
      sorted[size - 1] = indices[0];
      size--;
      if (size > 0) {
        down(indices[size], distances[size]);
      }
    }
    return sorted;
  }
}
