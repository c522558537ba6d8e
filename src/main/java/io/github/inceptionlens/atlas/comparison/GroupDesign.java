package io.github.inceptionlens.atlas.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * How the sides of groups may be assigned anew without parting a group. Groups of which there are
 * vectors on one side exchange their sides among each other; a group with vectors on both exchanges
 * its two parts, or not.
 */
public final class GroupDesign {

  private final List<GroupPart> parts;
  private final List<GroupBlock> blocks;
  private final int idle;

  private GroupDesign(final List<GroupPart> parts, final List<GroupBlock> blocks, final int idle) {
    this.parts = parts;
    this.blocks = blocks;
    this.idle = idle;
  }

  /**
   * The design of some parts.
   *
   * @param parts of each group one, or one of each side; of both sides some
   */
  public static GroupDesign of(final List<GroupPart> parts) {
    final Map<String, List<Integer>> byGroup = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      byGroup.computeIfAbsent(parts.get(i).group(), any -> new ArrayList<>()).add(i);
    }
    final List<GroupBlock> blocks = new ArrayList<>();
    final List<Integer> single = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      final List<Integer> own = byGroup.get(parts.get(i).group());
      if (own.size() == 1) {
        single.add(i);
      } else if (own.get(0) == i) {
        blocks.add(new GroupBlock(List.copyOf(own), 1));
      }
    }
    final GroupBlock others =
        new GroupBlock(
            List.copyOf(single), (int) single.stream().filter(i -> parts.get(i).treated()).count());
    final boolean exchanges = others.treated() > 0 && others.control() > 0;
    if (exchanges) {
      blocks.add(others);
    }
    return new GroupDesign(List.copyOf(parts), blocks, exchanges ? 0 : single.size());
  }

  /** The parts. */
  public List<GroupPart> parts() {
    return parts;
  }

  List<GroupBlock> blocks() {
    return blocks;
  }

  /** How many groups have vectors on both sides. */
  public int paired() {
    return (int) blocks.stream().filter(block -> isPair(block)).count();
  }

  private boolean isPair(final GroupBlock block) {
    return block.parts().size() == 2
        && parts.get(block.parts().get(0)).group().equals(parts.get(block.parts().get(1)).group());
  }

  /**
   * How many groups have a side that no other group could exchange with them; they do not count.
   */
  public int idle() {
    return idle;
  }

  /** How many groups have vectors on one side alone and exchange it. */
  public int single(final boolean treated) {
    return blocks.stream()
        .filter(block -> !isPair(block))
        .mapToInt(block -> treated ? block.treated() : block.control())
        .sum();
  }

  /** In how many ways the sides can be assigned, the observed one included. */
  public double assignments() {
    return blocks.stream()
        .mapToDouble(
            block ->
                Math.rint(
                    CombinatoricsUtils.binomialCoefficientDouble(
                        block.parts().size(), block.treated())))
        .reduce(1, (one, other) -> one * other);
  }

  /** Whether all ways are gone through where so many may be. */
  public boolean isExact(final int permutations) {
    return assignments() <= permutations;
  }

  /**
   * The smallest probability that a test of so many permutations can come to: where every way has
   * an opposite one, both count.
   */
  public double smallest(final int permutations) {
    final boolean opposite = blocks.stream().allMatch(GroupBlock::isBalanced);
    return isExact(permutations)
        ? Math.min(1, (opposite ? 2 : 1) / assignments())
        : Math.max(1.0 / (permutations + 1), (opposite ? 2 : 1) / assignments());
  }

  /** The sides as they are. */
  boolean[] observed() {
    final boolean[] sides = new boolean[parts.size()];
    for (int i = 0; i < sides.length; i++) {
      sides[i] = parts.get(i).treated();
    }
    return sides;
  }

  /** Goes through all ways, the observed one included; the array is used again. */
  void all(final Consumer<boolean[]> work) {
    all(0, observed(), work);
  }

  private void all(final int index, final boolean[] sides, final Consumer<boolean[]> work) {
    if (index == blocks.size()) {
      work.accept(sides);
      return;
    }
    final GroupBlock block = blocks.get(index);
    CombinatoricsUtils.combinationsIterator(block.parts().size(), block.treated())
        .forEachRemaining(
            chosen -> {
              block.parts().forEach(part -> sides[part] = false);
              Arrays.stream(chosen).forEach(one -> sides[block.parts().get(one)] = true);
              all(index + 1, sides, work);
            });
  }

  /** Exchanges the sides by chance. */
  void shuffle(final boolean[] sides, final Random dice) {
    for (final GroupBlock block : blocks) {
      for (int last = block.parts().size() - 1; last > 0; last--) {
        final int one = block.parts().get(last);
        final int other = block.parts().get(dice.nextInt(last + 1));
        final boolean side = sides[one];
        sides[one] = sides[other];
        sides[other] = side;
      }
    }
  }
}
