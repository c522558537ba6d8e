package io.github.inceptionlens.circuit.trace;

import io.github.inceptionlens.circuit.node.Circuit;
import io.github.inceptionlens.circuit.node.NodeScores;
import io.github.inceptionlens.circuit.node.ScoreKind;
import io.github.inceptionlens.circuit.node.TraceNodes;
import io.github.inceptionlens.core.Progress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Takes nodes away step by step, each time those that add least to the answer in the network as it
 * is by then. Scores of the whole network do not know what a node is worth when others are gone.
 *
 * <p>What a node adds is estimated by the derivative times the node's difference from its
 * reference, in the mean over the pictures. Of the nodes that add least and those that take least
 * from the answer, the one goes whose loss leaves it nearer to that of the whole network.
 */
public final class CircuitPruning {

  private static final double KEPT = 0.85;

  private final List<AnswerTrace> traces;
  private final TraceNodes nodes;

  /**
   * @param traces of one or several pictures, at least one, with the same nodes
   */
  public CircuitPruning(final List<AnswerTrace> traces) {
    this.traces = List.copyOf(traces);
    nodes = traces.get(0).nodes();
  }

  /** When each node goes, 0 for the first and near 1 for the last. */
  public NodeScores scores(final Progress progress) {
    final double[] ranks = new double[nodes.count()];
    final int least = nodes.layers().size();
    Circuit circuit = Circuit.all(nodes);
    while (circuit.size() > least) {
      progress.at(done(circuit.size()), "Pruning to " + circuit.size() + " nodes");
      final int target = Math.max(least, (int) (KEPT * circuit.size()));
      for (final int node : leastNeeded(circuit, circuit.size() - target)) {
        ranks[node] = 1 - (double) circuit.size() / nodes.count();
        circuit = circuit.without(node);
      }
    }
    circuit.kept().stream().forEach(node -> ranks[node] = 1);
    return new NodeScores(nodes, ScoreKind.PRUNING, ranks, new double[least]);
  }

  private double done(final int size) {
    final double least = nodes.layers().size();
    return 1 - Math.log(size / least) / Math.log(nodes.count() / least);
  }

  /** Nodes that may go, the least needed first; one of each layer stays. */
  private List<Integer> leastNeeded(final Circuit circuit, final int count) {
    final double[] adds = means(circuit);
    final int[] left = new int[nodes.layers().size()];
    for (int layer = 0; layer < left.length; layer++) {
      left[layer] = circuit.size(layer);
    }
    final Deque<Integer> more = new ArrayDeque<>();
    final Deque<Integer> less = new ArrayDeque<>();
    circuit.kept().stream()
        .boxed()
        .sorted(Comparator.comparingDouble(node -> Math.abs(adds[node])))
        .forEach(node -> (adds[node] < 0 ? less : more).add(node));
    double surplus = surplus(circuit);
    final List<Integer> gone = new ArrayList<>();
    while (gone.size() < count && !(more.isEmpty() && less.isEmpty())) {
      final int node = nearer(more, less, adds, surplus).poll();
      if (left[nodes.layer(node)] > 1) {
        left[nodes.layer(node)]--;
        gone.add(node);
        surplus -= adds[node];
      }
    }
    return gone;
  }

  /** The one whose first node's loss leaves the smaller surplus. */
  private static Deque<Integer> nearer(
      final Deque<Integer> one,
      final Deque<Integer> other,
      final double[] adds,
      final double surplus) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    return Math.abs(surplus - adds[one.peek()]) <= Math.abs(surplus - adds[other.peek()])
        ? one
        : other;
  }

  /** What each node adds. */
  private double[] means(final Circuit circuit) {
    final double[] sums = new double[nodes.count()];
    for (final AnswerTrace trace : traces) {
      final double[] marginals = trace.marginals(circuit);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += marginals[i] / traces.size();
      }
    }
    return sums;
  }

  /** By how much the answer is larger than that of the whole network. */
  private double surplus(final Circuit circuit) {
    return traces.stream()
        .mapToDouble(trace -> trace.values(List.of(circuit), Progress.NONE)[0] - trace.full())
        .average()
        .orElseThrow();
  }
}
