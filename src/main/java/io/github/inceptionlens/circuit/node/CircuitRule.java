package io.github.inceptionlens.circuit.node;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** How a circuit of so many nodes is chosen by their scores. */
public enum CircuitRule {
  /** The largest scores of all layers together, and the largest one of each layer. */
  SIGNED(false, false),
  /** The same by the size of the scores, whatever their sign. */
  ABSOLUTE(true, false),
  /** Of each layer the same share of its nodes, those with the largest scores. */
  SIGNED_SHARES(false, true),
  /**
   * The same by the size of the scores. On the bundled network circuits of a tenth of the nodes by
   * integrated gradients keep three times as much of an answer as by {@link #ABSOLUTE}, and larger
   * ones overshoot it less than by {@link #SIGNED_SHARES}.
   */
  ABSOLUTE_SHARES(true, true);

  private final boolean isAbsolute;
  private final boolean isShared;

  CircuitRule(final boolean isAbsolute, final boolean isShared) {
    this.isAbsolute = isAbsolute;
    this.isShared = isShared;
  }

  /** The rule that suits a kind of score. */
  public static CircuitRule of(final ScoreKind kind) {
    return kind == ScoreKind.PRUNING ? SIGNED : ABSOLUTE_SHARES;
  }

  /**
   * The circuit.
   *
   * @param budget how many nodes it may have; one of each layer is always kept
   */
  public Circuit circuit(final NodeScores scores, final int budget) {
    final TraceNodes nodes = scores.nodes();
    final IntToDoubleFunction value =
        isAbsolute ? i -> Math.abs(scores.values()[i]) : i -> scores.values()[i];
    final int[] sizes = isShared ? shares(nodes, budget) : new int[nodes.layers().size()];
    final BitSet kept = new BitSet();
    for (int layer = 0; layer < sizes.length; layer++) {
      best(nodes.first(layer), nodes.first(layer + 1), value).stream()
          .limit(Math.max(1, sizes[layer]))
          .forEach(kept::set);
    }
    best(0, nodes.count(), value).stream()
        .filter(node -> !kept.get(node))
        .limit(Math.max(0, isShared ? 0 : budget - kept.cardinality()))
        .toList()
        .forEach(kept::set);
    return new Circuit(nodes, kept);
  }

  /** How many nodes of each layer, at least 1; what is left goes to those that lack most. */
  private static int[] shares(final TraceNodes nodes, final int budget) {
    final double share = (double) budget / nodes.count();
    final int[] sizes = new int[nodes.layers().size()];
    for (int layer = 0; layer < sizes.length; layer++) {
      sizes[layer] = (int) Math.max(1, share * nodes.layers().get(layer).count());
    }
    for (int left = budget - IntStream.of(sizes).sum(); left > 0; left--) {
      sizes[
          IntStream.range(0, sizes.length)
              .boxed()
              .max(
                  Comparator.comparingDouble(
                      layer -> share * nodes.layers().get(layer).count() - sizes[layer]))
              .orElseThrow()]++;
    }
    return sizes;
  }

  private static List<Integer> best(
      final int first, final int end, final IntToDoubleFunction value) {
    return IntStream.range(first, end)
        .boxed()
        .sorted(Comparator.comparingDouble(node -> -value.applyAsDouble(node)))
        .toList();
  }
}
