package io.github.inceptionlens.network.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.band.RowFlow;
import io.github.inceptionlens.network.band.StageState;
import io.github.inceptionlens.network.engine.ScalarOperations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One band of a picture, through which a gradient goes: there, then back. */
final class BandBackward {

  private final Architecture architecture;
  private final ObjectiveHead head;
  private final GradientRequest request;
  private final int width;
  private final int height;
  private final Set<String> differentiated;
  private final GradientRows arithmetic;

  private NDArray pixels;
  private Map<String, StageState<NDArray>> start;
  private Map<String, NDArray> made;
  private Map<String, StageState<NDArray>> after;

  /**
   * @param width of the picture in pixels
   * @param height of the picture in pixels
   */
  BandBackward(
      final InceptionV1 network,
      final ObjectiveHead head,
      final GradientRequest request,
      final int width,
      final int height) {
    this.architecture = network.architecture();
    this.head = head;
    this.request = request;
    this.width = width;
    this.height = height;
    this.differentiated = differentiated();
    this.arithmetic = new GradientRows(network.operations(), request.rule(), request.layers());
  }

  /** What depends on something whose derivative is needed, and that itself. */
  private Set<String> differentiated() {
    final Set<String> names = new HashSet<>(request.layers());
    if (reachesInput()) {
      names.add(Architecture.INPUT);
    }
    for (final Node node : architecture.nodes()) {
      if (node.inputs().stream().anyMatch(names::contains)) {
        names.add(node.name());
      }
    }
    return names;
  }

  private boolean reachesInput() {
    return request.pixels() || request.rule() != ReluRule.EXACT;
  }

  /**
   * Computes the band's rows.
   *
   * @param own holds everything
   * @param input the band's pixels
   * @param before the states that the band before left; become this one's
   */
  void there(
      final NDManager own, final NDArray input, final Map<String, StageState<NDArray>> before) {
    pixels = input;
    pixels.setRequiresGradient(reachesInput());
    start = new HashMap<>();
    before.forEach((name, state) -> start.put(name, state.with(block -> leaf(own, name, block))));
    final RowFlow<NDArray> flow = new RowFlow<>(architecture, head.layers(), height, arithmetic);
    flow.restore(start);
    made = flow.next(input);
    after = flow.states();
  }

  private NDArray leaf(final NDManager own, final String node, final NDArray block) {
    block.attach(own);
    block.setRequiresGradient(isDifferentiated(node));
    return block;
  }

  /** Whether something that a node reads is. */
  private boolean isDifferentiated(final String node) {
    return architecture.node(node).inputs().stream().anyMatch(differentiated::contains);
  }

  /**
   * Goes back.
   *
   * @param slopes the derivatives with respect to what the head starts from
   * @param later those with respect to the states after this band
   * @return whether there is anything to go back to
   */
  boolean back(
      final Map<String, NDArray> slopes,
      final Map<String, List<NDArray>> later,
      final GradientCollector collector) {
    NDArray sum = weighted(later, weighted(slopes));
    for (final NDArray leaf : leaves()) {
      sum = ObjectiveHead.plus(sum, ScalarOperations.times(leaf.sum(), 0));
    }
    if (sum == null) {
      return false;
    }
    arithmetic.backward(sum, collector);
    return true;
  }

  /** The sum of the rows that the head reads, each times its derivative. */
  private NDArray weighted(final Map<String, NDArray> slopes) {
    NDArray sum = null;
    for (final Map.Entry<String, NDArray> rows : made.entrySet()) {
      final String layer = rows.getKey();
      if (rows.getValue() != null && differentiated.contains(layer)) {
        final int all = Geometry.of(architecture.layer(layer), width, height).y().size();
        sum =
            ObjectiveHead.plus(
                sum, head.weighted(layer, slopes, rows.getValue(), arithmetic.first(layer), all));
      }
    }
    return sum;
  }

  /** The same of the rows that are left to the next band. */
  private NDArray weighted(final Map<String, List<NDArray>> later, final NDArray before) {
    NDArray sum = before;
    for (final Map.Entry<String, List<NDArray>> slopes : later.entrySet()) {
      final List<NDArray> blocks = after.get(slopes.getKey()).blocks();
      for (int i = 0; i < blocks.size(); i++) {
        final NDArray slope = slopes.getValue().get(i);
        if (slope != null) {
          sum = ObjectiveHead.plus(sum, blocks.get(i).mul(slope).sum());
        }
      }
    }
    return sum;
  }

  /** The leaves, each of which must have a derivative, though it be zero. */
  private List<NDArray> leaves() {
    final List<NDArray> leaves = new ArrayList<>(arithmetic.leaves());
    if (reachesInput()) {
      leaves.add(pixels);
    }
    start.forEach(
        (name, state) -> {
          if (isDifferentiated(name)) {
            state.blocks().stream().filter(Objects::nonNull).forEach(leaves::add);
          }
        });
    return leaves;
  }

  List<GradientRows.Probe> probes() {
    return arithmetic.probes();
  }

  /**
   * The derivatives with respect to the states before this band.
   *
   * @param scope holds them
   */
  Map<String, List<NDArray>> slopes(final NDManager scope) {
    final Map<String, List<NDArray>> slopes = new HashMap<>();
    start.forEach(
        (name, state) -> {
          if (isDifferentiated(name)) {
            slopes.put(name, state.with(leaf -> slope(scope, leaf)).blocks());
          }
        });
    return slopes;
  }

  private static NDArray slope(final NDManager scope, final NDArray leaf) {
    final NDArray slope = leaf.getGradient();
    slope.attach(scope);
    return slope;
  }
}
