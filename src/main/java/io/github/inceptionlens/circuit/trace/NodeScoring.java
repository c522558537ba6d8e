package io.github.inceptionlens.circuit.trace;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.github.inceptionlens.circuit.node.NodeScores;
import io.github.inceptionlens.circuit.node.ScoreKind;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.gradient.ValueGradients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Scores nodes on a picture.
 *
 * @param network that is traced
 * @param request what is traced
 * @param layers values on the picture, the lowest layer first
 * @param most how many gradients the memory holds at once
 */
record NodeScoring(InceptionV1 network, TraceRequest request, List<TracedLayer> layers, int most) {

  private Objective answer() {
    return request.answer().objective();
  }

  /** Derivatives of the answer with respect to the rows on the picture, the lowest layer first. */
  List<NDArray> gradients(final NDManager scope) {
    final List<String> rows = layers.stream().map(one -> one.layer().row()).toList();
    final Map<String, NDArray> slopes =
        ValueGradients.of(network, Map.of(rows.get(0), layers.get(0).row()), rows, answer(), scope);
    return rows.stream().map(slopes::get).toList();
  }

  /** Their means on the way from each layer's reference to its values. */
  List<NDArray> integrated(final NDManager scope, final Progress progress) {
    final List<NDArray> means = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      means.add(integrated(layers.get(i), scope, progress.part(i, layers.size())));
    }
    return means;
  }

  private NDArray integrated(
      final TracedLayer layer, final NDManager outer, final Progress progress) {
    try (NDManager scope = network.newManager()) {
      final NDArray values = TracedLayer.copy(layer.row(), scope);
      final NDArray way = layer.rowDifference(scope);
      final int steps = request.steps();
      NDArray sum = null;
      for (int start = 0; start < steps; start += most) {
        progress.at((double) start / steps, "Integrating gradients of " + layer.layer().name());
        final NDList points = new NDList();
        for (int step = start; step < Math.min(steps, start + most); step++) {
          points.add(values.sub(way.mul(1 - (step + 0.5) / steps)));
        }
        final String row = layer.layer().row();
        final NDArray slopes =
            ValueGradients.of(
                    network, Map.of(row, NDArrays.concat(points)), List.of(row), answer(), scope)
                .get(row)
                .sum(new int[] {0}, true);
        sum = sum == null ? slopes : sum.add(slopes);
      }
      final NDArray mean = sum.div(steps);
      mean.attach(outer);
      return mean;
    }
  }

  /** Derivatives times differences. */
  NodeScores scores(final ScoreKind kind, final List<NDArray> slopes) {
    final double[] values = new double[request.nodes().count()];
    final double[] errors = new double[layers.size()];
    for (int i = 0; i < layers.size(); i++) {
      try (NDManager scope = network.newManager()) {
        put(values, i, effects(i, slopes.get(i), scope).sum(new int[] {2, 3}));
        errors[i] = error(layers.get(i), slopes.get(i), scope);
      }
    }
    return new NodeScores(request.nodes(), kind, values, errors);
  }

  /** Derivatives times differences at every place, [1, node, row, column]. */
  NDArray effects(final int index, final NDArray slope, final NDManager scope) {
    final TracedLayer layer = layers.get(index);
    return layer.code().atNodes(TracedLayer.copy(slope, scope), scope).mul(layer.difference(scope));
  }

  private static double error(final TracedLayer layer, final NDArray slope, final NDManager scope) {
    if (!layer.layer().isDictionary()) {
      return 0;
    }
    return TracedLayer.copy(slope, scope).mul(layer.error(scope)).sum().toFloatArray()[0];
  }

  private void put(final double[] values, final int layer, final NDArray sums) {
    final float[] own = sums.toFloatArray();
    for (int i = 0; i < own.length; i++) {
      values[request.nodes().first(layer) + i] = own[i];
    }
  }

  /** How far nodes are from their references. */
  NodeScores activations() {
    final double[] values = new double[request.nodes().count()];
    for (int i = 0; i < layers.size(); i++) {
      try (NDManager scope = network.newManager()) {
        final NDArray distances = layers.get(i).difference(scope).abs();
        final NDArray sums = distances.sum(new int[] {2, 3});
        put(values, i, sums.div(sums.sum().add(Float.MIN_NORMAL)));
      }
    }
    return new NodeScores(request.nodes(), ScoreKind.ACTIVATION, values, new double[layers.size()]);
  }

  /** Numbers from 0 to 1. */
  NodeScores random(final long seed) {
    final double[] values = new Random(seed).doubles(request.nodes().count()).toArray();
    return new NodeScores(request.nodes(), ScoreKind.RANDOM, values, new double[layers.size()]);
  }
}
