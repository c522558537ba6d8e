package io.github.inceptionlens.command.trace;

import ij.gui.Plot;
import io.github.inceptionlens.circuit.trace.FaithfulnessCurve;
import io.github.inceptionlens.circuit.trace.FaithfulnessPoint;
import io.github.inceptionlens.command.Plots;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.evaluation.Chart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** How much of an answer circuits of growing size keep, as curves. */
final class TracePlot {

  private static final double PERCENT = 100;

  private final AnswerSpan span;
  private final List<FaithfulnessCurve> curves;

  TracePlot(final TraceFindings found) {
    span = found.span();
    curves = found.curves();
  }

  /** A plot. */
  Plot plot(final String target, final String image, final Provenance made) {
    final List<Chart.Series> series = new ArrayList<>();
    curves.forEach(
        curve -> series.add(series(curve.kind().label(), curve, FaithfulnessPoint::kept)));
    series.add(series("all but these", curves.get(0), FaithfulnessPoint::removed));
    final Chart chart =
        new Chart(
            "Faithfulness for " + target,
            "Percent of the nodes",
            "Part of the answer",
            ticks(),
            series);
    return Plots.of(chart, image, made);
  }

  private List<String> ticks() {
    return curves.get(0).points().stream()
        .map(point -> String.format(Locale.ROOT, "%.3g", PERCENT * point.share()))
        .map(text -> text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text)
        .toList();
  }

  private Chart.Series series(
      final String name,
      final FaithfulnessCurve curve,
      final ToDoubleFunction<FaithfulnessPoint> answer) {
    return new Chart.Series(
        name,
        IntStream.range(0, curve.points().size()).asDoubleStream().toArray(),
        curve.points().stream().mapToDouble(answer).map(span::part).toArray());
  }
}
