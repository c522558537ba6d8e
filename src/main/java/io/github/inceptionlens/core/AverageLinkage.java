package io.github.inceptionlens.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Groups by average linkage: the two groups whose members are most alike in the mean are joined,
 * until none are as alike as is asked for.
 *
 * @see <a href="https://en.wikipedia.org/wiki/UPGMA">Sokal and Michener 1958, A statistical method
 *     for evaluating systematic relationships</a>
 */
public final class AverageLinkage {

  /** How alike two of some things are. */
  @FunctionalInterface
  public interface Likeness {
    /** The same for both orders. */
    float of(int one, int other);
  }

  private final List<List<Integer>> groups = new ArrayList<>();
  private final List<float[]> sums = new ArrayList<>();

  private AverageLinkage(final int count, final Likeness likeness, final double least) {
    final int[] units =
        IntStream.range(0, count).filter(unit -> hasPair(count, likeness, unit, least)).toArray();
    for (final int unit : units) {
      groups.add(List.of(unit));
      final float[] row = new float[units.length];
      for (int j = 0; j < row.length; j++) {
        row[j] = likeness.of(unit, units[j]);
      }
      sums.add(row);
    }
  }

  private static boolean hasPair(
      final int count, final Likeness likeness, final int unit, final double least) {
    return IntStream.range(0, count)
        .anyMatch(other -> other != unit && likeness.of(unit, other) > least);
  }

  /**
   * The groups of at least two things.
   *
   * @param count how many things there are
   * @param likeness of each pair
   * @param least how alike two groups must be that are joined
   * @return of each group the indices of its members, in ascending order
   */
  public static List<List<Integer>> of(
      final int count, final Likeness likeness, final double least) {
    final AverageLinkage linkage = new AverageLinkage(count, likeness, least);
    while (linkage.join(least)) {
      continue;
    }
    return linkage.groups.stream()
        .filter(group -> group.size() > 1)
        .sorted(
            Comparator.comparingInt((List<Integer> group) -> -group.size())
                .thenComparing(group -> group.get(0)))
        .toList();
  }

  /** Joins the two that are most alike; whether there were any. */
  private boolean join(final double least) {
    int one = -1;
    int other = -1;
    double most = least;
    for (int i = 0; i < groups.size(); i++) {
      for (int j = 0; j < i; j++) {
        final double alike = alike(i, j);
        if (alike > most) {
          most = alike;
          one = j;
          other = i;
        }
      }
    }
    if (one >= 0) {
      join(one, other);
    }
    return one >= 0;
  }

  private double alike(final int one, final int other) {
    return sums.get(one)[other] / ((double) groups.get(one).size() * groups.get(other).size());
  }

  private void join(final int one, final int other) {
    final List<Integer> both = new ArrayList<>(groups.get(one));
    both.addAll(groups.get(other));
    both.sort(Comparator.naturalOrder());
    groups.set(one, List.copyOf(both));
    final int last = groups.size() - 1;
    for (int i = 0; i <= last; i++) {
      sums.get(one)[i] += sums.get(other)[i];
    }
    for (int i = 0; i <= last; i++) {
      sums.get(i)[one] = sums.get(one)[i];
    }
    groups.set(other, groups.get(last));
    sums.set(other, sums.get(last));
    for (int i = 0; i < last; i++) {
      sums.get(i)[other] = sums.get(other)[i];
    }
    groups.remove(last);
    sums.remove(last);
  }
}
