package io.github.inceptionlens.circuit.node;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** How a circuit of so many nodes is chosen by their scores. */
public enum CircuitRule {
  /** The largest scores of all layers together, and the largest one of each layer. */
  SIGNED,
  /** The same by the size of the scores, whatever their sign. */
  ABSOLUTE,
  /** Of each layer the same share of its nodes, those with the largest scores. */
  SIGNED_SHARES,
  /** The same by the size of the scores. */
  ABSOLUTE_SHARES;

  private boolean isAbsolute() {
    return this == ABSOLUTE || this == ABSOLUTE_SHARES;
  }

  private boolean isShared() {
    return this == SIGNED_SHARES || this == ABSOLUTE_SHARES;
  }

  /**
   * The circuit.
   *
   * @param budget how many nodes it may have; at least one of each layer is kept
   */
  public Circuit circuit(final NodeScores scores, final int budget) {
    final TraceNodes nodes = scores.nodes();
    final IntToDoubleFunction value =
        isAbsolute() ? i -> Math.abs(scores.values()[i]) : i -> scores.values()[i];
    final BitSet kept = new BitSet();
    for (int layer = 0; layer < nodes.layers().size(); layer++) {
      final double share = (double) budget / nodes.count();
      final long own = isShared() ? Math.round(share * nodes.layers().get(layer).count()) : 1;
      best(nodes.first(layer), nodes.first(layer + 1), value).stream()
          .limit(Math.max(1, own))
          .forEach(kept::set);
    }
    if (!isShared()) {
      best(0, nodes.count(), value).stream()
          .filter(node -> !kept.get(node))
          .limit(Math.max(0, budget - kept.cardinality()))
          .toList()
          .forEach(kept::set);
    }
    return new Circuit(nodes, kept);
  }

  private static List<Integer> best(
      final int first, final int end, final IntToDoubleFunction value) {
    return IntStream.range(first, end)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer node) -> -value.applyAsDouble(node)))
        .toList();
  }
}
