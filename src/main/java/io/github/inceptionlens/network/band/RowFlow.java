package io.github.inceptionlens.network.band;

import io.github.inceptionlens.core.geometry.SlidingWindow;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.architecture.Walk;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table as a flow of rows: bands of a picture's rows go in, one after the other, and of each
 * node come the rows that can be computed by then. No row of any node is computed twice, and each
 * sees the very neighbors and padding that it sees in the picture as a whole.
 *
 * @param <T> some rows
 */
public final class RowFlow<T> implements AutoCloseable {

  private final Walk walk;
  private final RowArithmetic<T> arithmetic;
  private final Map<String, RowStage<T>> stages = new LinkedHashMap<>();

  /**
   * @param wanted canonical names
   * @param height of the picture in pixels
   */
  public RowFlow(
      final Architecture architecture,
      final Collection<String> wanted,
      final int height,
      final RowArithmetic<T> arithmetic) {
    this.walk = new Walk(architecture, List.of(Architecture.INPUT), wanted);
    this.arithmetic = arithmetic;
    final Map<String, Integer> rows = new HashMap<>(Map.of(Architecture.INPUT, height));
    for (final Node node : walk.path()) {
      final int arriving = rows.get(node.inputs().get(0));
      stages.put(node.name(), stage(node, arriving));
      rows.put(node.name(), length(node, arriving));
    }
  }

  /** How long an axis of a node is where that of its input has so many elements. */
  static int length(final Node node, final int arriving) {
    if (node.op().endsPositions()) {
      return 1;
    }
    return node.op().slidingWindow().map(window -> window.outputs(arriving)).orElse(arriving);
  }

  private RowStage<T> stage(final Node node, final int arriving) {
    final Optional<SlidingWindow> window = node.op().slidingWindow();
    if (window.isPresent()) {
      return new WindowStage<>(node, window.get(), arriving, arithmetic);
    }
    if (node.op() instanceof Operation.GlobalMean) {
      return new MeanStage<>(node, arriving, arithmetic);
    }
    return node.inputs().size() > 1
        ? new JoinStage<>(node, arithmetic)
        : new PlaceStage<>(node, arithmetic);
  }

  /**
   * Takes the next rows of the picture.
   *
   * @param band stays the caller's
   * @return the new rows of each wanted node, to be let go by the caller; null for none
   */
  public Map<String, T> next(final T band) {
    return walk.run(
        Map.of(Architecture.INPUT, band),
        (node, inputs) -> stages.get(node.name()).next(inputs),
        this::release);
  }

  private void release(final T rows) {
    if (rows != null) {
      arithmetic.close(rows);
    }
  }

  /** What the nodes keep until the next band, by name; the rows stay the flow's. */
  public Map<String, StageState<T>> states() {
    final Map<String, StageState<T>> states = new LinkedHashMap<>();
    stages.forEach((name, stage) -> states.put(name, stage.state()));
    return states;
  }

  /**
   * Goes on from other states.
   *
   * @param states of all nodes of this flow, perhaps of others, too; their rows become the flow's
   */
  public void restore(final Map<String, StageState<T>> states) {
    stages.forEach((name, stage) -> stage.restore(states.get(name)));
  }

  /** The nodes that are computed, in order. */
  public List<Node> path() {
    return walk.path();
  }

  /** Lets go what the nodes keep. */
  @Override
  public void close() {
    stages.values().forEach(RowStage::close);
  }
}
