package io.github.inceptionlens.network.tangent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.engine.LayerOperations;
import io.github.inceptionlens.network.engine.WindowOperations;
import java.util.List;

/** How a row's value changes when its inputs do. */
final class ChangeStep implements Operation.Cases<NDArray> {

  private final LayerOperations operations;
  private final Node node;
  private final List<Dual> inputs;
  private final NDArray value;
  private final NDArray change;

  /**
   * @param inputs of which at least one changes; the first does where there is only one
   * @param value what the row computes
   */
  ChangeStep(
      final LayerOperations operations,
      final Node node,
      final List<Dual> inputs,
      final NDArray value) {
    this.operations = operations;
    this.node = node;
    this.inputs = inputs;
    this.value = value;
    this.change = inputs.get(0).change();
  }

  @Override
  public NDArray convolution(final Operation.Convolution op) {
    return WindowOperations.convolution(
        change, op.window(), operations.weight(op.parameters()), null);
  }

  @Override
  public NDArray relu(final Operation.Relu op) {
    return whereNotZero();
  }

  @Override
  public NDArray topK(final Operation.TopK op) {
    return whereNotZero();
  }

  @Override
  public NDArray threshold(final Operation.Threshold op) {
    return whereNotZero();
  }

  private NDArray whereNotZero() {
    try (NDArray passes = value.neq(0);
        NDArray mask = passes.toType(DataType.FLOAT32, false)) {
      return change.mul(mask);
    }
  }

  /** Of what is linear but for what does not depend on the input. */
  @Override
  public NDArray channelEdit(final Operation.ChannelEdit op) {
    try (NDArray zeros = change.zerosLike();
        NDArray constant = operations.compute(node, List.of(zeros));
        NDArray whole = operations.compute(node, List.of(change))) {
      return whole.sub(constant);
    }
  }

  @Override
  public NDArray sum(final Operation.Sum op) {
    try (NDList changes = changes()) {
      return operations.compute(node, changes);
    }
  }

  @Override
  public NDArray concat(final Operation.Concat op) {
    try (NDList changes = changes()) {
      return NDArrays.concat(changes, 1);
    }
  }

  private NDList changes() {
    final long directions =
        inputs.stream().filter(Dual::changes).findFirst().orElseThrow().change().getShape().get(0);
    final NDList changes = new NDList();
    for (final Dual input : inputs) {
      changes.add(input.changes() ? input.change().duplicate() : zeros(input.value(), directions));
    }
    return changes;
  }

  private static NDArray zeros(final NDArray like, final long directions) {
    final Shape one = like.getShape();
    return like.getManager().zeros(new Shape(directions).addAll(one.slice(1)));
  }

  @Override
  public NDArray maxPool(final Operation.MaxPool op) {
    return new DualMaxPool(op.window()).change(inputs.get(0));
  }

  @Override
  public NDArray responseNorm(final Operation.ResponseNorm op) {
    return operations.normChange(node, inputs.get(0).value(), change);
  }

  @Override
  public NDArray globalMean(final Operation.GlobalMean op) {
    return Pool.globalAvgPool2d(change);
  }

  @Override
  public NDArray dense(final Operation.Dense op) {
    return Linear.linear(change, operations.weight(op.parameters())).singletonOrThrow();
  }

  @Override
  public NDArray softmax(final Operation.Softmax op) {
    try (NDArray products = change.mul(value);
        NDArray sums = products.sum(new int[] {1}, true);
        NDArray shares = sums.mul(value)) {
      return products.sub(shares);
    }
  }
}
