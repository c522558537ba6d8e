package io.github.inceptionlens.network.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.band.RowArithmetic;
import io.github.inceptionlens.network.engine.LayerOperations;
import io.github.inceptionlens.network.engine.RowPadding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Rows of one band in the engine's graph; what is let go stays until the band's manager closes, for
 * the way back needs it.
 */
final class GradientRows implements RowArithmetic<NDArray> {

  private static final int ROWS = 2;
  private static final float[] NO_MEANS = {};

  private final LayerOperations operations;
  private final ReluRule rule;
  private final List<String> probed;
  private final Map<String, Integer> firsts = new HashMap<>();
  private final List<Probe> probes = new ArrayList<>();
  private final List<Step> tape = new ArrayList<>();

  /**
   * A leaf of zeros that was added to some rows of a layer.
   *
   * @param first the index of the first row
   * @param value the rows without it
   */
  record Probe(String layer, int first, NDArray value, NDArray leaf) {}

  /**
   * What a rectifier, or any node, computed on the way there, where a rule says how the way back
   * goes.
   *
   * @param input its first input
   * @param value its value
   * @param leaf the same, on which others go on
   */
  private record Step(Node node, NDArray input, NDArray value, NDArray leaf) {}

  /**
   * @param rule what the way back does at rectifiers
   * @param probed layers whose derivatives are wanted
   */
  GradientRows(final LayerOperations operations, final ReluRule rule, final List<String> probed) {
    this.operations = operations;
    this.rule = rule;
    this.probed = probed;
  }

  /** Goes back from a number through all that was computed. */
  void backward(final NDArray number, final GradientCollector collector) {
    collector.backward(number);
    for (int i = tape.size() - 1; i >= 0; i--) {
      final Step step = tape.get(i);
      collector.backward(pulled(step, step.leaf().getGradient()));
    }
  }

  /** What the derivative of is what a step passes on. */
  private NDArray pulled(final Step step, final NDArray arriving) {
    if (!step.node().op().isRectifying()) {
      return step.value().mul(arriving).sum();
    }
    final boolean isRelu = step.node().op() instanceof Operation.Relu;
    final NDArray seen = isRelu ? step.input() : step.value();
    final NDArray passed = rule.pull(seen.stopGradient(), arriving);
    return step.input().mul(passed).sum();
  }

  List<Probe> probes() {
    return probes;
  }

  /** The leaves that were made: those of probes, and those at which the graph was cut. */
  List<NDArray> leaves() {
    return Stream.concat(probes.stream().map(Probe::leaf), tape.stream().map(Step::leaf)).toList();
  }

  /** The index of the first row of a node that this band computed. */
  int first(final String node) {
    return firsts.get(node);
  }

  @Override
  public int rows(final NDArray block) {
    return (int) block.getShape().get(ROWS);
  }

  @Override
  public NDArray part(final NDArray block, final int from, final int to) {
    return block.get(":, :, {}:{}", from, to);
  }

  @Override
  public NDArray copy(final NDArray block, final int from, final int to) {
    return part(block, from, to);
  }

  @Override
  public NDArray joined(final NDArray upper, final NDArray lower) {
    return upper.concat(lower, ROWS);
  }

  @Override
  public NDArray compute(
      final Node node, final List<NDArray> inputs, final RowPadding padding, final int first) {
    firsts.put(node.name(), first);
    final NDArray value = cut(node, inputs.get(0), value(node, inputs, padding, first));
    if (!probed.contains(node.name())) {
      return value;
    }
    final NDArray leaf = value.zerosLike();
    leaf.setRequiresGradient(true);
    probes.add(new Probe(node.name(), first, value, leaf));
    return value.add(leaf);
  }

  /** Where a rule says how the way back goes, the graph ends at each node. */
  private NDArray cut(final Node node, final NDArray input, final NDArray value) {
    if (rule == ReluRule.EXACT) {
      return value;
    }
    final NDArray leaf = BackwardWalk.leaf(value);
    tape.add(new Step(node, input, value, leaf));
    return leaf;
  }

  private NDArray value(
      final Node node, final List<NDArray> inputs, final RowPadding padding, final int first) {
    if (node.op() instanceof Operation.ChannelEdit edit) {
      final NDArray x = inputs.get(0);
      return operations.edit(x, edit.onRows(first, rows(x)), NO_MEANS);
    }
    return operations.differentiable(node, inputs, padding);
  }

  @Override
  public NDArray sum(final NDArray before, final NDArray block) {
    throw new IllegalStateException("a mean over all positions is no row");
  }

  @Override
  public NDArray mean(final Node node, final NDArray sum, final int rows) {
    throw new IllegalStateException("a mean over all positions is no row");
  }

  @Override
  public void close(final NDArray block) {
    // the graph goes through it
  }
}
