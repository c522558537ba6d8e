package io.github.inceptionlens.atlas.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The vectors of one group on one side, and how they are shared out among cells.
 *
 * @param group which belongs together, such as a patient or a plate
 * @param treated on which side; else control
 * @param vectors how many there are, those in no cell included
 * @param counts how many of them each cell has, by the cell's index; cells without are not named
 */
public record GroupPart(String group, boolean treated, int vectors, Map<Integer, Integer> counts) {

  /** Copies the counts. */
  public GroupPart {
    counts = Map.copyOf(counts);
  }

  /**
   * The parts of all vectors, sorted by group, control first; the vectors' order changes nothing.
   *
   * @param groups of each vector
   * @param treated of each vector
   * @param cells index of the cell of each vector; -1 for none
   */
  public static List<GroupPart> of(
      final List<String> groups, final boolean[] treated, final int[] cells) {
    final Map<String, List<Integer>> controls = new TreeMap<>();
    final Map<String, List<Integer>> treatments = new TreeMap<>();
    for (int i = 0; i < cells.length; i++) {
      (treated[i] ? treatments : controls)
          .computeIfAbsent(groups.get(i), any -> new ArrayList<>())
          .add(cells[i]);
    }
    final List<GroupPart> parts = new ArrayList<>();
    controls.forEach((group, own) -> parts.add(part(group, false, own)));
    treatments.forEach((group, own) -> parts.add(part(group, true, own)));
    final GroupPart[] sorted = parts.toArray(new GroupPart[0]);
    Arrays.sort(sorted, (one, other) -> one.group.compareTo(other.group));
    return List.of(sorted);
  }

  private static GroupPart part(
      final String group, final boolean treated, final List<Integer> cells) {
    final Map<Integer, Integer> counts = new TreeMap<>();
    cells.stream().filter(cell -> cell >= 0).forEach(cell -> counts.merge(cell, 1, Integer::sum));
    return new GroupPart(group, treated, cells.size(), counts);
  }

  /** The part of the vectors that lies in a cell, 0 to 1. */
  public double share(final int cell) {
    return (double) counts.getOrDefault(cell, 0) / vectors;
  }
}
