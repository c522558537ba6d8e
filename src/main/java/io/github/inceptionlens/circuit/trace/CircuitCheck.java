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
 * Checks circuits of growing size by ablation.
 *
 * @param trace of the answer
 * @param draws how many random circuits there are of each size, at least 1
 * @param random draws them
 */
record CircuitCheck(AnswerTrace trace, int draws, Random random) {

  /**
   * One curve for each of some scores, and one for random circuits with as many nodes per layer as
   * those of the first of them.
   */
  List<FaithfulnessCurve> curves(final List<NodeScores> scores, final Progress progress) {
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
    final int count = trace.nodes().count();
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
    final List<Circuit> asked = new ArrayList<>(List.of(Circuit.all(trace.nodes())));
    asked.add(Circuit.none(trace.nodes()));
    draws.forEach(asked::addAll);
    draws.forEach(draw -> draw.forEach(one -> asked.add(one.complement())));
    final double[] values = trace.values(asked, progress);
    final List<FaithfulnessPoint> points = new ArrayList<>();
    final int sizes = FaithfulnessCurve.SHARES.size();
    final double whole = values[0] - values[1];
    for (int size = 0; size < sizes; size++) {
      final int at = size;
      final double[] kept = column(values, 2 + at, sizes, draws.size());
      final double[] removed = column(values, 2 + at + draws.size() * sizes, sizes, draws.size());
      points.add(
          new FaithfulnessPoint(
              FaithfulnessCurve.SHARES.get(size),
              draws.get(0).get(size).size(),
              mean(kept),
              mean(removed),
              (mean(kept) - values[1]) / whole,
              (mean(removed) - values[1]) / whole,
              deviation(kept) / Math.abs(whole)));
    }
    return new FaithfulnessCurve(kind, points);
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
