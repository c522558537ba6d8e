package io.github.inceptionlens.circuit.trace;

import io.github.inceptionlens.circuit.node.Circuit;
import io.github.inceptionlens.circuit.node.CircuitRule;
import io.github.inceptionlens.circuit.node.NodeScores;
import io.github.inceptionlens.circuit.node.ScoreKind;
import io.github.inceptionlens.core.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Checks circuits of growing size by ablation, in the mean of the answers on one or several
 * pictures.
 *
 * @param traces of the pictures, at least one, with the same nodes
 * @param draws how many random circuits there are of each size, at least 1
 * @param random draws them
 */
public record CircuitCheck(List<AnswerTrace> traces, int draws, Random random) {

  /** Copies the list. */
  public CircuitCheck {
    traces = List.copyOf(traces);
  }

  /**
   * One curve for each of some scores, and one for random circuits with as many nodes per layer as
   * those of the first of them.
   */
  public List<FaithfulnessCurve> curves(final List<NodeScores> scores, final Progress progress) {
    final List<FaithfulnessCurve> curves = new ArrayList<>();
    final int parts = scores.size() + draws;
    for (final NodeScores one : scores) {
      curves.add(curve(one.kind(), List.of(circuits(one)), progress.part(curves.size(), parts)));
    }
    final List<List<Circuit>> drawn =
        IntStream.range(0, draws)
            .mapToObj(
                draw -> circuits(scores.get(0)).stream().map(one -> one.random(random)).toList())
            .toList();
    curves.add(curve(ScoreKind.RANDOM, drawn, progress.part(parts - 1, parts)));
    return curves;
  }

  private List<Circuit> circuits(final NodeScores scores) {
    final int count = scores.nodes().count();
    return FaithfulnessCurve.SHARES.stream()
        .map(
            share -> CircuitRule.of(scores.kind()).circuit(scores, (int) Math.round(share * count)))
        .toList();
  }

  /**
   * @param draws circuits of each size, by draw
   */
  private FaithfulnessCurve curve(
      final ScoreKind kind, final List<List<Circuit>> draws, final Progress progress) {
    final List<Circuit> asked = new ArrayList<>();
    draws.forEach(asked::addAll);
    draws.forEach(draw -> draw.forEach(one -> asked.add(one.complement())));
    final double[] values = values(asked, progress);
    final double none = traces.stream().mapToDouble(AnswerTrace::none).average().orElseThrow();
    final double full = traces.stream().mapToDouble(AnswerTrace::full).average().orElseThrow();
    final List<FaithfulnessPoint> points = new ArrayList<>();
    final int sizes = FaithfulnessCurve.SHARES.size();
    final double whole = full - none;
    for (int size = 0; size < sizes; size++) {
      final int at = size;
      final double[] kept = column(values, at, sizes, draws.size());
      final double[] removed = column(values, at + draws.size() * sizes, sizes, draws.size());
      points.add(
          new FaithfulnessPoint(
              FaithfulnessCurve.SHARES.get(size),
              draws.get(0).get(size).size(),
              mean(kept),
              mean(removed),
              (mean(kept) - none) / whole,
              (mean(removed) - none) / whole,
              deviation(kept) / Math.abs(whole)));
    }
    return new FaithfulnessCurve(kind, points);
  }

  /** The mean answers, one per circuit. */
  private double[] values(final List<Circuit> circuits, final Progress progress) {
    final double[] means = new double[circuits.size()];
    for (int i = 0; i < traces.size(); i++) {
      final double[] own = traces.get(i).values(circuits, progress.part(i, traces.size()));
      for (int j = 0; j < means.length; j++) {
        means[j] += own[j] / traces.size();
      }
    }
    return means;
  }

  private static double[] column(
      final double[] values, final int first, final int step, final int count) {
    return IntStream.range(0, count).mapToDouble(i -> values[first + i * step]).toArray();
  }

  private static double mean(final double[] values) {
    return DoubleStream.of(values).average().orElseThrow();
  }

  private static double deviation(final double[] values) {
    final double mean = mean(values);
    final double squares = DoubleStream.of(values).map(one -> (one - mean) * (one - mean)).sum();
    return values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
  }
}
