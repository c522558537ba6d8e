package io.github.inceptionlens.circuit.truth;

import io.github.inceptionlens.circuit.node.Circuit;
import io.github.inceptionlens.circuit.node.CircuitRule;
import io.github.inceptionlens.circuit.node.NodeScores;
import io.github.inceptionlens.circuit.node.ScoreKind;
import io.github.inceptionlens.circuit.trace.AnswerTrace;
import io.github.inceptionlens.circuit.trace.CircuitCheck;
import io.github.inceptionlens.circuit.trace.CircuitPruning;
import io.github.inceptionlens.circuit.trace.FaithfulnessCurve;
import io.github.inceptionlens.circuit.trace.FaithfulnessPoint;
import io.github.inceptionlens.circuit.truth.TracedClasses.Held;
import io.github.inceptionlens.circuit.truth.TracedClasses.Part;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.textures.structure.TextureClass;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What circuits of a class, chosen on some pictures, keep of its answer on others.
 *
 * @param texture the class
 * @param held what nodes are held at that are left out
 * @param scores in the mean over the pictures that were learned from
 * @param curves in the mean over held-out pictures, by kind; random circuits have as many nodes per
 *     layer as those of integrated gradients
 * @param randomAsPruned of random circuits with as many nodes per layer as pruned ones
 * @param contrast by kind, of circuits of {@link #SHARE} of the nodes: how much more the class is
 *     answered to on its own pictures than on others', as a part of what the whole network does;
 *     NaN where it was not measured
 */
record KeptAnswers(
    TextureClass texture,
    Held held,
    Map<ScoreKind, NodeScores> scores,
    Map<ScoreKind, FaithfulnessCurve> curves,
    FaithfulnessCurve randomAsPruned,
    Map<ScoreKind, Double> contrast) {

  /** The part of the nodes that a circuit may have. */
  static final double SHARE = 0.1;

  private static final int DRAWS = 3;

  static KeptAnswers of(
      final TracedClasses classes,
      final TextureClass texture,
      final Held held,
      final int learned,
      final int heldOut) {
    final Map<ScoreKind, NodeScores> scores =
        with(() -> classes.own(texture, held, Part.LEARNED, learned), KeptAnswers::scores);
    final Map<ScoreKind, FaithfulnessCurve> curves = new EnumMap<>(ScoreKind.class);
    final FaithfulnessCurve randomAsPruned =
        with(
            () -> classes.own(texture, held, Part.HELD_OUT, heldOut),
            traces -> {
              final CircuitCheck check = new CircuitCheck(traces, DRAWS, new Random(1));
              final List<NodeScores> most = new ArrayList<>(scores.values());
              most.removeIf(one -> one.kind() == ScoreKind.PRUNING);
              most.sort(
                  (a, b) ->
                      Boolean.compare(
                          b.kind() == ScoreKind.INTEGRATED_GRADIENTS,
                          a.kind() == ScoreKind.INTEGRATED_GRADIENTS));
              check.curves(most, Progress.NONE).forEach(one -> curves.put(one.kind(), one));
              final List<FaithfulnessCurve> pruned =
                  check.curves(List.of(scores.get(ScoreKind.PRUNING)), Progress.NONE);
              curves.put(ScoreKind.PRUNING, pruned.get(0));
              return pruned.get(1);
            });
    final Map<ScoreKind, Double> contrast =
        held == Held.PAIR ? Map.of() : contrast(classes, texture, held, scores, heldOut);
    return new KeptAnswers(texture, held, scores, curves, randomAsPruned, contrast);
  }

  /** The integrated gradients of a class, in the mean over pictures that are learned from. */
  static NodeScores integrated(
      final TracedClasses classes, final TextureClass texture, final Held held, final int learned) {
    return with(
        () -> classes.own(texture, held, Part.LEARNED, learned),
        traces -> mean(traces, ScoreKind.INTEGRATED_GRADIENTS));
  }

  private static NodeScores mean(final List<AnswerTrace> traces, final ScoreKind kind) {
    return NodeScores.mean(traces.stream().map(one -> one.scores(kind, Progress.NONE)).toList());
  }

  /** Uses traces, and closes them. */
  static <T> T with(
      final Supplier<List<AnswerTrace>> traces, final Function<List<AnswerTrace>, T> use) {
    final List<AnswerTrace> open = traces.get();
    try {
      return use.apply(open);
    } finally {
      open.forEach(AnswerTrace::close);
    }
  }

  private static Map<ScoreKind, NodeScores> scores(final List<AnswerTrace> traces) {
    final Map<ScoreKind, NodeScores> scores = new EnumMap<>(ScoreKind.class);
    for (final ScoreKind kind : ScoreKind.TRACED) {
      scores.put(
          kind,
          kind == ScoreKind.PRUNING
              ? new CircuitPruning(traces).scores(Progress.NONE)
              : mean(traces, kind));
    }
    return scores;
  }

  private static Map<ScoreKind, Double> contrast(
      final TracedClasses classes,
      final TextureClass texture,
      final Held held,
      final Map<ScoreKind, NodeScores> scores,
      final int heldOut) {
    final int budget = (int) Math.round(SHARE * classes.nodes().count());
    final List<ScoreKind> kinds = List.copyOf(scores.keySet());
    final List<Circuit> circuits = new ArrayList<>();
    circuits.add(Circuit.all(classes.nodes()));
    kinds.forEach(kind -> circuits.add(CircuitRule.of(kind).circuit(scores.get(kind), budget)));
    final double[] own =
        with(
            () -> classes.own(texture, held, Part.HELD_OUT, heldOut),
            traces -> means(traces, circuits));
    final double[] others =
        with(
            () -> classes.others(texture, held, Part.HELD_OUT, 2 * heldOut),
            traces -> means(traces, circuits));
    final Map<ScoreKind, Double> contrast = new EnumMap<>(ScoreKind.class);
    for (int i = 0; i < kinds.size(); i++) {
      contrast.put(kinds.get(i), (own[i + 1] - others[i + 1]) / (own[0] - others[0]));
    }
    return contrast;
  }

  private static double[] means(final List<AnswerTrace> traces, final List<Circuit> circuits) {
    final double[] means = new double[circuits.size()];
    for (final AnswerTrace trace : traces) {
      final double[] values = trace.values(circuits, Progress.NONE);
      for (int i = 0; i < means.length; i++) {
        means[i] += values[i] / traces.size();
      }
    }
    return means;
  }

  /** The faithfulness of a circuit of {@link #SHARE} of the nodes. */
  static double kept(final FaithfulnessCurve curve) {
    return curve.points().stream()
        .filter(point -> point.share() == SHARE)
        .mapToDouble(FaithfulnessPoint::faithfulness)
        .findFirst()
        .orElseThrow();
  }
}
