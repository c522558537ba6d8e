package io.github.inceptionlens.core;

/**
 * A partition of the numbers from 0 on that grows coarser: sets are joined and never split.
 *
 * @see <a href="https://doi.org/10.1145/321879.321884">Tarjan 1975</a>
 */
public final class DisjointSets {

  private final int[] parents;
  private final int[] sizes;

  /**
   * Every number in a set of its own.
   *
   * @param count how many numbers there are
   */
  public DisjointSets(final int count) {
    parents = new int[count];
    sizes = new int[count];
    for (int i = 0; i < count; i++) {
      parents[i] = i;
      sizes[i] = 1;
    }
  }

  /** The number that stands for the set of the given one. */
  public int find(final int number) {
    int at = number;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /** How many numbers the set holds that the given number stands for. */
  public int size(final int root) {
    return sizes[root];
  }

  /** Joins two sets; returns the number that stands for both. */
  public int join(final int a, final int b) {
    final int one = find(a);
    final int other = find(b);
    if (one == other) {
      return one;
    }
    final int root = sizes[one] < sizes[other] ? other : one;
    final int child = root == one ? other : one;
    parents[child] = root;
    sizes[root] += sizes[child];
    return root;
  }

  /**
   * The sets, numbered from 0 in the order of their first member.
   *
   * @return the number of each member's set
   */
  public int[] labels() {
    final int[] names = new int[parents.length];
    final int[] labels = new int[parents.length];
    int next = 0;
    for (int i = 0; i < labels.length; i++) {
      final int root = find(i);
      if (names[root] == 0) {
        names[root] = ++next;
      }
      labels[i] = names[root] - 1;
    }
    return labels;
  }
}
