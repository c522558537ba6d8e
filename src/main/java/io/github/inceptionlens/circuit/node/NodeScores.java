package io.github.inceptionlens.circuit.node;

import java.util.List;

/**
 * What each node adds to an answer.
 *
 * @param nodes which
 * @param kind how they were scored
 * @param values one per node, signed, in units of the answer; of activations and random ones
 *     without a unit
 * @param errors per layer what its error node adds, 0 where there is none
 */
public record NodeScores(TraceNodes nodes, ScoreKind kind, double[] values, double[] errors) {

  /**
   * The part of a layer's influence that goes through its error node: the size of the error's score
   * over the sum of the sizes of the scores of the layer's nodes and its error.
   *
   * @param layer index
   * @return 0 to 1, 0 for a layer without dictionary
   */
  public double errorShare(final int layer) {
    final double error = Math.abs(errors[layer]);
    double sum = error;
    for (int i = nodes.first(layer); i < nodes.first(layer + 1); i++) {
      sum += Math.abs(values[i]);
    }
    return sum == 0 ? 0 : error / sum;
  }

  /** The same, 0 for nodes outside of a circuit. */
  public NodeScores of(final Circuit circuit) {
    final double[] own = new double[values.length];
    circuit.kept().stream().forEach(node -> own[node] = values[node]);
    return new NodeScores(nodes, kind, own, errors);
  }

  /** The sum of the scores of a layer's nodes. */
  public double sum(final int layer) {
    double sum = 0;
    for (int i = nodes.first(layer); i < nodes.first(layer + 1); i++) {
      sum += values[i];
    }
    return sum;
  }

  /**
   * The mean over several pictures.
   *
   * @param scores at least one, of the same nodes and kind
   */
  public static NodeScores mean(final List<NodeScores> scores) {
    final NodeScores first = scores.get(0);
    final double[] values = new double[first.values.length];
    final double[] errors = new double[first.errors.length];
    for (final NodeScores one : scores) {
      add(values, one.values, scores.size());
      add(errors, one.errors, scores.size());
    }
    return new NodeScores(first.nodes, first.kind, values, errors);
  }

  private static void add(final double[] sums, final double[] more, final int count) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += more[i] / count;
    }
  }
}
