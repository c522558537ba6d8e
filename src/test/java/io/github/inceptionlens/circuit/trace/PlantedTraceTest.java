package io.github.inceptionlens.circuit.trace;

import static io.github.inceptionlens.core.Progress.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.circuit.node.Circuit;
import io.github.inceptionlens.circuit.node.CircuitRule;
import io.github.inceptionlens.circuit.node.NodeScores;
import io.github.inceptionlens.circuit.node.ScoreKind;
import io.github.inceptionlens.circuit.node.TraceNodes;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.PlantedCircuit;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.channel.ChannelChange;
import io.github.inceptionlens.network.edit.ChannelSplice;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.NetworkEdit;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.network.edit.UnitSet;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The circuit that was planted is the one that is found. */
class PlantedTraceTest {

  private static final int BUDGET = 2;
  private static final int DRAWS = 3;
  private static final double NOISE = 1e-5;

  private static InceptionV1 network;

  @BeforeAll
  static void open() {
    network = PlantedCircuit.network();
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static TracedAnswer answer(final InceptionV1 inception, final String target) {
    return TracedAnswer.of(
        inception,
        Target.parse(target),
        PlantedCircuit.edge(0),
        Optional.empty(),
        Optional.empty());
  }

  private static TraceRequest request(
      final InceptionV1 inception, final TraceReference reference, final String... dictionaries) {
    final TracedAnswer answer = answer(inception, "class:'line'");
    final TraceNodes nodes =
        TraceNodes.below(inception.architecture(), answer.objective(), List.of(dictionaries));
    return new TraceRequest(PlantedCircuit.edge(0), answer, nodes, reference, TraceRequest.STEPS);
  }

  private static AnswerTrace trace() {
    return new AnswerTrace(network, request(network, TraceReference.zero()));
  }

  private static Circuit planted(final TraceNodes nodes) {
    final BitSet kept = new BitSet();
    kept.set(nodes.index(PlantedCircuit.EDGE));
    kept.set(nodes.index(PlantedCircuit.LINE));
    return new Circuit(nodes, kept);
  }

  private static double score(final NodeScores scores, final Unit unit) {
    return scores.values()[scores.nodes().index(unit)];
  }

  @ParameterizedTest
  @EnumSource(names = {"GRADIENT", "INTEGRATED_GRADIENTS", "PRUNING"})
  void theCircuitOfALineIsTheLineAndItsEdge(final ScoreKind kind) {
    try (AnswerTrace trace = trace()) {
      final NodeScores scores = trace.scores(kind, NONE);
      assertThat(CircuitRule.of(kind).circuit(scores, BUDGET).units())
          .containsExactly(PlantedCircuit.EDGE, PlantedCircuit.LINE);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GRADIENT", "INTEGRATED_GRADIENTS"})
  void theDecoyAndTheSilentUnitAddNothing(final ScoreKind kind) {
    try (AnswerTrace trace = trace()) {
      final NodeScores scores = trace.scores(kind, NONE);
      assertThat(score(scores, PlantedCircuit.DECOY)).isZero();
      assertThat(score(scores, PlantedCircuit.SILENT)).isZero();
      assertThat(score(scores, PlantedCircuit.LINE)).isCloseTo(trace.full(), within(NOISE));
    }
  }

  @Test
  void theCircuitSufficesAndNothingIsLeftWithoutIt() {
    try (AnswerTrace trace = trace()) {
      final Circuit circuit = planted(trace.nodes());
      final double[] values = trace.values(List.of(circuit, circuit.complement()), NONE);
      assertThat(trace.full()).isGreaterThan(0);
      assertThat(values[0]).isCloseTo(trace.full(), within(NOISE));
      assertThat(values[1]).isCloseTo(trace.none(), within(NOISE));
    }
  }

  @Test
  void theCurvesTellSo() {
    try (AnswerTrace trace = trace()) {
      final TraceResult result =
          trace.all(ScoreKind.INTEGRATED_GRADIENTS, BUDGET, DRAWS, new Random(1), NONE);
      assertThat(result.circuit().units())
          .containsExactly(PlantedCircuit.EDGE, PlantedCircuit.LINE);
      final FaithfulnessCurve best = curve(result, ScoreKind.INTEGRATED_GRADIENTS);
      assertThat(best.points())
          .allSatisfy(point -> assertThat(point.faithfulness()).isCloseTo(1, within(NOISE)))
          .allSatisfy(point -> assertThat(point.completeness()).isCloseTo(0, within(NOISE)));
      assertThat(best.cmd()).isCloseTo(0, within(NOISE));
      assertThat(best.cpr()).isCloseTo(1 - FaithfulnessCurve.SHARES.get(0), within(NOISE));
      assertThat(curve(result, ScoreKind.RANDOM).cpr()).isLessThan(best.cpr());
      assertThat(result.edges().get(0).from()).isEqualTo(PlantedCircuit.EDGE.toString());
      assertThat(result.edges().get(0).strength()).isCloseTo(trace.full(), within(NOISE));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RANDOM")
  void theAskedScoresChooseTheCircuit(final ScoreKind by) {
    try (AnswerTrace trace = trace()) {
      final TraceResult result = trace.all(by, BUDGET, DRAWS, new Random(1), NONE);
      final Circuit circuit = CircuitRule.of(by).circuit(trace.scores(by, NONE), BUDGET);
      assertThat(result.circuit()).isEqualTo(circuit);
      assertThat(result.maps().stream().map(NodeMap::unit)).isEqualTo(circuit.units());
      assertThat(result.patched().stream().map(PatchedNode::unit).toList())
          .hasSameElementsAs(circuit.units());
    }
  }

  private static FaithfulnessCurve curve(final TraceResult result, final ScoreKind kind) {
    return result.curves().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
  }

  @Test
  void patchingIsTheAblationOfOneUnit() {
    try (AnswerTrace trace = trace()) {
      final NodeScores scores = trace.scores(ScoreKind.INTEGRATED_GRADIENTS, NONE);
      for (final PatchedNode node : trace.patched(scores, BUDGET, NONE)) {
        final NetworkEdit ablation =
            new ChannelSplice(UnitSet.parse(node.unit().toString()), ChannelChange.ZERO);
        try (InceptionV1 without = network.edited(ablation)) {
          final double left =
              without
                  .values(
                      List.of(PlantedCircuit.edge(0)), answer(without, "class:'line'").objective())[
                  0];
          assertThat(node.effect()).isCloseTo(trace.full() - left, within(NOISE));
        }
      }
    }
  }

  @Test
  void theMapOfTheLineSumsToItsScore() {
    try (AnswerTrace trace = trace()) {
      final NodeMap map = trace.maps(planted(trace.nodes()), ScoreKind.GRADIENT, NONE).get(1);
      double sum = 0;
      for (final float value : map.values()) {
        sum += value;
      }
      assertThat(map.unit()).isEqualTo(PlantedCircuit.LINE);
      assertThat(map.values()).hasSize(map.geometry().x().size() * map.geometry().y().size());
      assertThat(sum).isCloseTo(trace.full(), within(NOISE));
    }
  }

  @Test
  void identitiesOfTwoLayersHaveTheUnitsOwnEdges() {
    try (InceptionV1 inception =
            network.with(
                List.of(
                    PlantedCircuit.identity(network, "low", "conv2d0", 1),
                    PlantedCircuit.identity(network, "high", "conv2d1", 1)));
        AnswerTrace own = trace();
        AnswerTrace entries =
            new AnswerTrace(inception, request(inception, TraceReference.zero(), "low", "high"))) {
      final List<TraceEdge> all = edges(entries).toList();
      assertThat(all.stream().filter(edge -> !isError(edge)).map(TraceEdge::strength))
          .isEqualTo(edges(own).map(TraceEdge::strength).toList());
      assertThat(all.get(0).from()).isEqualTo("low:0");
      assertThat(all.get(0).to()).isEqualTo("high:0");
      assertThat(all.stream().filter(PlantedTraceTest::isError))
          .hasSize(2 * network.architecture().node("conv2d0").channels() + 1)
          .allSatisfy(edge -> assertThat(edge.strength()).isZero());
    }
  }

  private static boolean isError(final TraceEdge edge) {
    return edge.from().endsWith(" error") || edge.to().endsWith(" error");
  }

  /** A quarter of the answer goes through both entries, as much through each other pair. */
  @Test
  void whatDictionariesDoNotExplainIsAnEndOfEdges() {
    try (InceptionV1 inception =
            network.with(
                List.of(
                    PlantedCircuit.identity(network, "low", "conv2d0", 0.5f),
                    PlantedCircuit.identity(network, "high", "conv2d1", 0.5f)));
        AnswerTrace trace =
            new AnswerTrace(inception, request(inception, TraceReference.zero(), "low", "high"))) {
      for (final String from : List.of("low:0", "low error")) {
        for (final String to : List.of("high:0", "high error")) {
          assertThat(strength(trace, from, to)).isCloseTo(trace.full() / 4, within(NOISE));
        }
      }
      final NodeScores scores = trace.scores(ScoreKind.GRADIENT, NONE);
      assertThat(scores.errorShare(0)).isCloseTo(0.5, within(NOISE));
      assertThat(scores.errorShare(1)).isCloseTo(0.5, within(NOISE));
    }
  }

  private static double strength(final AnswerTrace trace, final String from, final String to) {
    return edges(trace)
        .filter(edge -> edge.from().equals(from) && edge.to().equals(to))
        .mapToDouble(TraceEdge::strength)
        .sum();
  }

  @Test
  void entriesOfAnIdentityAreTheUnits() {
    final Graft graft = PlantedCircuit.identity(network, "same", "conv2d0", 1);
    try (InceptionV1 inception = network.edited(graft);
        AnswerTrace own = trace();
        AnswerTrace entries =
            new AnswerTrace(inception, request(inception, TraceReference.zero(), "same"))) {
      assertThat(entries.nodes().unit(0)).isEqualTo(new Unit("same", 0));
      for (final ScoreKind kind : ScoreKind.TRACED) {
        final NodeScores scores = entries.scores(kind, NONE);
        assertThat(scores.values()).containsExactly(own.scores(kind, NONE).values(), within(NOISE));
        assertThat(scores.errorShare(0)).isCloseTo(0, within(NOISE));
      }
      final Circuit without = Circuit.all(own.nodes()).without(PlantedCircuit.EDGE.channel());
      assertThat(entries.values(List.of(new Circuit(entries.nodes(), without.kept())), NONE)[0])
          .isCloseTo(own.values(List.of(without), NONE)[0], within(NOISE));
      assertThat(edges(entries).filter(edge -> !isError(edge)).map(TraceEdge::strength).toList())
          .isEqualTo(edges(own).map(TraceEdge::strength).toList());
    }
  }

  @Test
  void whatADictionaryDoesNotExplainGoesThroughItsErrorNode() {
    final int count = network.architecture().node("conv2d0").channels();
    final float[] edge = new float[count];
    edge[PlantedCircuit.EDGE.channel()] = 1;
    final float[] half = new float[count];
    half[PlantedCircuit.EDGE.channel()] = 0.5f;
    final Graft graft =
        new Graft(
            "half",
            "conv2d0",
            new Graft.Affine(edge, new float[1]),
            Nonlinearity.RELU,
            Optional.of(new Graft.Affine(half, new float[count])));
    try (InceptionV1 inception = network.edited(graft);
        AnswerTrace trace =
            new AnswerTrace(inception, request(inception, TraceReference.zero(), "half"))) {
      final NodeScores scores = trace.scores(ScoreKind.INTEGRATED_GRADIENTS, NONE);
      final Circuit all = Circuit.all(trace.nodes());
      final double[] values = trace.values(List.of(all, all.without(0)), NONE);
      assertThat(scores.values()[0]).isCloseTo(trace.full() / 2, within(NOISE));
      assertThat(scores.errorShare(0)).isCloseTo(0.5, within(NOISE));
      assertThat(values[0]).isCloseTo(trace.full(), within(NOISE));
      assertThat(values[1]).isCloseTo(trace.full() / 2, within(NOISE));
    }
  }

  private static Stream<TraceEdge> edges(final AnswerTrace trace) {
    return trace.edges(Circuit.all(trace.nodes()), ScoreKind.GRADIENT, NONE).stream();
  }

  @Test
  void nothingSpeaksForAPictureAgainstItself() {
    final TraceReference same = TraceReference.counterfactual(PlantedCircuit.edge(0));
    try (AnswerTrace trace = new AnswerTrace(network, request(network, same))) {
      assertThat(trace.none()).isEqualTo(trace.full());
      assertThat(trace.scores(ScoreKind.INTEGRATED_GRADIENTS, NONE).values()).containsOnly(0);
    }
  }

  @Test
  void theCounterfactualsAnswerIsLeftWithNoNode() {
    final Picture other = PlantedCircuit.edge(180);
    final TraceReference reference = TraceReference.counterfactual(other);
    try (AnswerTrace trace = new AnswerTrace(network, request(network, reference))) {
      final double value =
          network.values(List.of(other), answer(network, "class:'line'").objective())[0];
      assertThat(trace.none()).isCloseTo(value, within(NOISE));
    }
  }

  @Test
  void aCounterfactualOfAnotherSizeIsRefused() {
    final TraceReference other = TraceReference.counterfactual(SmallNetworks.picture(40, 48));
    assertThatThrownBy(() -> new AnswerTrace(network, request(network, other)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("40 x 48")
        .hasMessageContaining("48 x 48");
  }

  @Test
  void theAnswerIsSaidInWords() {
    assertThat(answer(network, "class:'line'").text())
        .isEqualTo("logit of line - mean of all logits");
    assertThat(answer(network, "conv2d1:0").text()).isEqualTo("conv2d1:0");
    assertThat(
            TracedAnswer.of(
                    network,
                    Target.parse("class:'decoy'"),
                    PlantedCircuit.edge(0),
                    Optional.empty(),
                    Optional.of(PlantedCircuit.edge(0)))
                .text())
        .isEqualTo("logit of decoy - logit of line");
  }

  @Test
  void nodesLieBelowTheUnitThatIsAskedAbout() {
    final Architecture table = network.architecture();
    assertThat(TraceNodes.below(table, answer(network, "conv2d1:0").objective(), List.of()).names())
        .containsExactly("conv2d0");
    assertThatThrownBy(
            () -> TraceNodes.below(table, answer(network, "conv2d0:0").objective(), List.of()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("conv2d0");
  }

  @Test
  void aStopIsHeard() {
    final Progress stop =
        (fraction, what) -> {
          throw new CancellationException();
        };
    try (AnswerTrace trace = trace()) {
      for (final ScoreKind kind : List.of(ScoreKind.INTEGRATED_GRADIENTS, ScoreKind.PRUNING)) {
        assertThatThrownBy(() -> trace.scores(kind, stop))
            .isInstanceOf(CancellationException.class);
      }
      assertThatThrownBy(() -> trace.values(List.of(Circuit.all(trace.nodes())), stop))
          .isInstanceOf(CancellationException.class);
    }
  }
}
