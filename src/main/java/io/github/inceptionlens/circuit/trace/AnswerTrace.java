package io.github.inceptionlens.circuit.trace;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.inceptionlens.circuit.node.Circuit;
import io.github.inceptionlens.circuit.node.CircuitRule;
import io.github.inceptionlens.circuit.node.NodeScores;
import io.github.inceptionlens.circuit.node.ScoreKind;
import io.github.inceptionlens.circuit.node.TraceLayer;
import io.github.inceptionlens.circuit.node.TraceNodes;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.Gradients;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Finds which units of each layer made the network answer on a picture as it does, and checks that
 * by ablation.
 *
 * <p>That a circuit keeps the answer on a picture does not show that it tells this picture from
 * others: with most nodes at zero, or at their means, biases alone may answer so. Against a
 * counterfactual picture only what tells the two apart counts.
 *
 * <p>It keeps what the layers computed in native memory until it is closed. Not for several threads
 * at once.
 *
 * @see <a href="https://distill.pub/2020/circuits/zoom-in/">Olah et al. 2020, Zoom In</a>
 * @see <a href="https://arxiv.org/abs/2504.13151">Mueller et al. 2025, MIB</a>
 */
public final class AnswerTrace implements AutoCloseable {

  /** How many nodes are checked one by one. */
  public static final int PATCHED = 10;

  private static final int KEPT = 2;
  private static final int PARTS = ScoreKind.TRACED.size() + 2;

  private final InceptionV1 network;
  private final TraceRequest request;
  private final NDManager scope;
  private final List<TracedLayer> layers;
  private final NodeScoring scoring;
  private final AblatedWalk walk;
  private final int most;
  private final double full;
  private final double none;
  private final Map<ScoreKind, List<NDArray>> slopes = new EnumMap<>(ScoreKind.class);

  /**
   * Runs the network on the picture, and with every node at its reference.
   *
   * @throws io.github.inceptionlens.core.UserError when the picture is too small, or too large for
   *     the memory, or a counterfactual has another size
   */
  public AnswerTrace(final InceptionV1 network, final TraceRequest request) {
    this.network = network;
    this.request = request;
    most = batch();
    scope = network.newManager();
    try {
      layers = TraceValues.of(network, request, scope);
      scoring = new NodeScoring(network, request, layers, most);
      walk = new AblatedWalk(network, request.answer().objective(), layers, most);
      final double[] ends =
          values(List.of(Circuit.all(nodes()), Circuit.none(nodes())), Progress.NONE);
      full = ends[0];
      none = ends[1];
    } catch (final RuntimeException e) {
      scope.close();
      throw e;
    }
  }

  private int batch() {
    final int width = request.picture().width();
    final int height = request.picture().height();
    final GradientRequest one =
        GradientRequest.layers(
            request.answer().objective(),
            request.nodes().layers().stream().map(TraceLayer::row).toList());
    final long kept = kept(width, height);
    Gradients.check(network, one, 1, width, height, kept);
    return Gradients.batch(network, one, width, height, kept);
  }

  /** What stays in memory: values, references and derivatives of all layers. */
  private long kept(final int width, final int height) {
    long values = 0;
    for (final TraceLayer layer : request.nodes().layers()) {
      final Layer row = network.architecture().layer(layer.row());
      final Geometry geometry = Geometry.of(row, width, height);
      final long places = (long) geometry.x().size() * geometry.y().size();
      values += places * (KEPT * row.channels() + KEPT * layer.count());
    }
    return Float.BYTES * values;
  }

  /** The nodes. */
  public TraceNodes nodes() {
    return request.nodes();
  }

  /** The answer on the picture. */
  public double full() {
    return full;
  }

  /** The answer with every node at its reference. */
  public double none() {
    return none;
  }

  /**
   * The answers with every node outside a circuit held at its reference.
   *
   * @return one per circuit
   */
  public double[] values(final List<Circuit> circuits, final Progress progress) {
    return walk.values(circuits, progress);
  }

  /**
   * What each node adds, or would add, to the answer of a circuit: the derivative there times the
   * node's difference from its reference, summed over all places.
   *
   * @return one per node
   */
  public double[] marginals(final Circuit circuit) {
    return walk.marginals(circuit);
  }

  /**
   * Scores all nodes.
   *
   * @param kind how; random ones have the seed 0
   */
  public NodeScores scores(final ScoreKind kind, final Progress progress) {
    return switch (kind) {
      case GRADIENT, INTEGRATED_GRADIENTS -> scoring.scores(kind, slopes(kind, progress));
      case ACTIVATION -> scoring.activations();
      case PRUNING -> new CircuitPruning(List.of(this)).scores(progress);
      case RANDOM -> scoring.random(0);
    };
  }

  private List<NDArray> slopes(final ScoreKind kind, final Progress progress) {
    if (!slopes.containsKey(kind)) {
      slopes.put(
          kind,
          kind == ScoreKind.GRADIENT
              ? scoring.gradients(scope)
              : scoring.integrated(scope, progress));
    }
    return slopes.get(kind);
  }

  /**
   * What nodes of a circuit add to the answer through those of the next layer.
   *
   * @param kind by which derivatives of the answer: gradient or integrated gradients
   * @return strongest first
   */
  public List<TraceEdge> edges(
      final Circuit circuit, final ScoreKind kind, final Progress progress) {
    return new EdgeTracing(network, layers, slopes(kind, progress), most).edges(circuit, progress);
  }

  /**
   * Where nodes of a circuit add to the answer.
   *
   * @param kind gradient or integrated gradients
   * @return in the circuit's order
   */
  public List<NodeMap> maps(final Circuit circuit, final ScoreKind kind, final Progress progress) {
    final List<NDArray> derivatives = slopes(kind, progress);
    final List<NodeMap> maps = new ArrayList<>();
    for (int layer = 0; layer < layers.size(); layer++) {
      try (NDManager own = network.newManager()) {
        final NDArray effects = scoring.effects(layer, derivatives.get(layer), own);
        maps.addAll(maps(circuit, layer, effects));
      }
    }
    return maps;
  }

  private List<NodeMap> maps(final Circuit circuit, final int layer, final NDArray effects) {
    final int first = nodes().first(layer);
    final Geometry geometry =
        Geometry.of(
            network.architecture().layer(nodes().layers().get(layer).name()),
            request.picture().width(),
            request.picture().height());
    return circuit.kept().stream()
        .filter(node -> node >= first && node < nodes().first(layer + 1))
        .mapToObj(
            node ->
                new NodeMap(
                    nodes().unit(node),
                    geometry,
                    effects.get(":, {}", node - first).toFloatArray()))
        .toList();
  }

  /**
   * Holds the nodes with the largest scores at their references, one at a time.
   *
   * @param count how many
   * @return by falling size of their scores
   */
  public List<PatchedNode> patched(
      final NodeScores scores, final int count, final Progress progress) {
    final Circuit all = Circuit.all(nodes());
    final List<Integer> strongest =
        all.kept().stream()
            .boxed()
            .sorted(Comparator.comparingDouble(node -> -Math.abs(scores.values()[node])))
            .limit(count)
            .toList();
    final List<Circuit> without = strongest.stream().map(node -> all.without(node)).toList();
    final double[] values = values(without, progress);
    final List<PatchedNode> patched = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      final int node = strongest.get(i);
      patched.add(new PatchedNode(nodes().unit(node), scores.values()[node], full - values[i]));
    }
    return patched;
  }

  /**
   * Everything at once: scores, the circuit, its edges and maps, curves, and its strongest nodes
   * patched. What nodes add is told by integrated gradients, whatever chooses them.
   *
   * @param by which scores choose the circuit's nodes, one of {@link ScoreKind#TRACED}
   * @param budget how many nodes the circuit may have; one of each layer is always kept
   * @param draws how many random circuits there are of each size, at least 1
   * @param random draws them
   */
  public TraceResult all(
      final ScoreKind by,
      final int budget,
      final int draws,
      final Random random,
      final Progress progress) {
    final Map<ScoreKind, NodeScores> scores = new EnumMap<>(ScoreKind.class);
    for (final ScoreKind kind : ScoreKind.TRACED) {
      scores.put(kind, scores(kind, progress.part(scores.size(), PARTS)));
    }
    final NodeScores added = scores.get(ScoreKind.INTEGRATED_GRADIENTS);
    final Circuit circuit = CircuitRule.of(by).circuit(scores.get(by), budget);
    final List<FaithfulnessCurve> curves =
        new CircuitCheck(List.of(this), draws, random)
            .curves(
                ScoreKind.TRACED.stream().map(scores::get).toList(),
                progress.part(PARTS - 2, PARTS));
    final Progress last = progress.part(PARTS - 1, PARTS);
    return new TraceResult(
        full,
        none,
        scores,
        circuit,
        edges(circuit, added.kind(), last),
        curves,
        patched(added.of(circuit), Math.min(PATCHED, circuit.size()), last),
        maps(circuit, added.kind(), last));
  }

  @Override
  public void close() {
    scope.close();
  }
}
