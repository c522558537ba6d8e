package io.github.inceptionlens.command.trace;

import io.github.inceptionlens.circuit.node.NodeScores;
import io.github.inceptionlens.circuit.node.ScoreKind;
import io.github.inceptionlens.circuit.node.TraceLayer;
import io.github.inceptionlens.circuit.node.TraceNodes;
import io.github.inceptionlens.circuit.trace.AnswerTrace;
import io.github.inceptionlens.circuit.trace.FaithfulnessCurve;
import io.github.inceptionlens.circuit.trace.NodeMap;
import io.github.inceptionlens.circuit.trace.PatchedNode;
import io.github.inceptionlens.circuit.trace.TraceRequest;
import io.github.inceptionlens.circuit.trace.TraceResult;
import io.github.inceptionlens.circuit.trace.TracedAnswer;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.Activations;
import io.github.inceptionlens.network.InceptionV1;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The circuit of an answer on a picture, and what was measured of it.
 *
 * @param by which scores chose its nodes
 * @param reference what nodes outside of a circuit were held at, for readers
 * @param figures of the circuit itself
 * @param activations the mean of each node of the circuit over the picture
 */
record TraceFindings(
    TracedAnswer answer,
    ScoreKind by,
    String reference,
    TraceResult result,
    CircuitFigures figures,
    Map<Unit, Double> activations) {

  /** What nodes are said to add. */
  static final ScoreKind SCORE = ScoreKind.INTEGRATED_GRADIENTS;

  private static final int PARTS = 6;
  private static final double PERCENT = 100;

  /**
   * Traces.
   *
   * @param held what nodes outside of a circuit are held at
   */
  static TraceFindings of(
      final InceptionV1 network,
      final TraceQuestion question,
      final HeldReference held,
      final TraceOptions options,
      final Progress progress) {
    final TraceRequest request =
        new TraceRequest(
            question.picture(), question.answer(), question.nodes(), held.value(), options.steps());
    try (AnswerTrace trace = new AnswerTrace(network, request)) {
      final Random random = new Random(options.seed());
      final TraceResult result =
          trace.all(
              options.by(),
              options.nodes(),
              options.draws(),
              random,
              (part, what) -> progress.at(part * (PARTS - 1) / PARTS, what));
      final CircuitFigures figures =
          CircuitFigures.of(
              trace, result.circuit(), options.draws(), random, progress.part(PARTS - 1, PARTS));
      return new TraceFindings(
          request.answer(),
          options.by(),
          held.words(),
          result,
          figures,
          activations(network, request, result));
    }
  }

  private static Map<Unit, Double> activations(
      final InceptionV1 network, final TraceRequest request, final TraceResult result) {
    final List<Unit> units = result.circuit().units();
    final Map<Unit, Double> means = new HashMap<>();
    for (final String layer : units.stream().map(Unit::layer).distinct().toList()) {
      final Activations seen = network.run(request.picture(), List.of(layer));
      final MapStack maps = seen.map(layer).maps();
      units.stream()
          .filter(unit -> unit.layer().equals(layer))
          .forEach(unit -> means.put(unit, mean(maps.plane(unit.channel()))));
    }
    return means;
  }

  private static double mean(final float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElse(0);
  }

  /** The answers between which the circuit's lies. */
  AnswerSpan span() {
    return AnswerSpan.of(result);
  }

  /** How circuits of growing size keep the answer, by the scores of this one first. */
  List<FaithfulnessCurve> curves() {
    return result.curves().stream()
        .sorted(Comparator.comparing((FaithfulnessCurve curve) -> curve.kind() != by))
        .toList();
  }

  /** All nodes of which the circuit is a part. */
  TraceNodes nodes() {
    return result.circuit().nodes();
  }

  /** The nodes of the circuit, the largest score first, whatever its sign. */
  List<NodeMap> strongest() {
    return result.maps().stream()
        .sorted(Comparator.comparingDouble((NodeMap map) -> -Math.abs(score(map.unit()))))
        .toList();
  }

  /** What a node adds to the answer. */
  double score(final Unit unit) {
    return score(SCORE, unit);
  }

  double score(final ScoreKind kind, final Unit unit) {
    return result.scores().get(kind).values()[nodes().index(unit)];
  }

  /** What the answer loses without a node alone; nothing of those that were not tried. */
  Optional<Double> patched(final Unit unit) {
    return result.patched().stream()
        .filter(one -> one.unit().equals(unit))
        .map(PatchedNode::effect)
        .findFirst();
  }

  /** The layers of which a dictionary explains a part. */
  List<TraceLayer> dictionaries() {
    return nodes().layers().stream().filter(TraceLayer::isDictionary).toList();
  }

  /** What the answer owes to that which a layer's dictionary does not explain. */
  double error(final ScoreKind kind, final TraceLayer layer) {
    return result.scores().get(kind).errors()[nodes().layers().indexOf(layer)];
  }

  /** The part of a layer's influence that its dictionary does not explain, 0 to 1. */
  double errorShare(final TraceLayer layer) {
    final NodeScores scores = result.scores().get(SCORE);
    return scores.errorShare(nodes().layers().indexOf(layer));
  }

  /** The same in words. */
  String errorWords(final TraceLayer layer) {
    return String.format(
        Locale.ROOT,
        "%.0f %% of the influence of %s passes %s, which is always kept",
        PERCENT * errorShare(layer),
        layer.row(),
        layer.error());
  }
}
