package io.github.inceptionlens.atlas.attribution;

import io.github.inceptionlens.atlas.cell.AtlasCell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The classes to which the members of a cell contribute most, in the mean. */
public final class CellClasses {

  private CellClasses() {}

  /**
   * A class.
   *
   * @param index of the class
   * @param mean what the cell's members contribute to it, in units of the scores
   */
  public record ClassMean(int index, double mean) {}

  /**
   * The members that stand for a cell: all, or so many that the seed draws.
   *
   * @param most how many, at least 1
   * @return rows of the embedding, ascending
   */
  public static int[] drawn(final AtlasCell cell, final int most, final long seed) {
    final List<Integer> members = new ArrayList<>(IntStream.of(cell.members()).boxed().toList());
    Collections.shuffle(members, new Random(31 * seed + cell.number()));
    return members.stream().limit(most).mapToInt(Integer::intValue).sorted().toArray();
  }

  /**
   * The classes to which rows contribute most.
   *
   * @param rows of the embedding; those that are not attributed do not count
   * @param count how many classes
   * @return from the largest mean down, of equal ones the first; none where no row is attributed
   */
  public static List<ClassMean> of(
      final ClassAttribution attribution, final int[] rows, final int count) {
    final List<float[]> known =
        IntStream.of(rows).mapToObj(attribution::of).flatMap(one -> one.stream()).toList();
    if (known.isEmpty()) {
      return List.of();
    }
    return IntStream.range(0, known.get(0).length)
        .mapToObj(index -> new ClassMean(index, mean(known, index)))
        .sorted(Comparator.comparingDouble(one -> -one.mean()))
        .limit(count)
        .toList();
  }

  private static double mean(final List<float[]> rows, final int index) {
    return rows.stream().mapToDouble(row -> row[index]).sum() / rows.size();
  }
}
