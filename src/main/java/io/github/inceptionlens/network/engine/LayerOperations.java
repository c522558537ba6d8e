package io.github.inceptionlens.network.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Computes the rows of the table on native arrays [batch, channel, row, column], with the weights
 * it owns.
 */
public final class LayerOperations implements AutoCloseable {

  private final List<SharedTensors> owned;
  private final Map<String, NDArray> weights;
  private final Map<String, LocalResponseNormalization> norms = new HashMap<>();
  private final AtomicBoolean isClosed = new AtomicBoolean();

  public LayerOperations(
      final TorchEngine engine, final Architecture architecture, final Weights weights) {
    this(List.of(new SharedTensors(engine.newManager())), architecture, new HashMap<>());
    final NDManager manager = owned.get(0).manager();
    weights
        .tensors()
        .forEach((spec, values) -> this.weights.put(spec.name(), tensor(manager, spec, values)));
  }

  /**
   * @param manager closed with these operations
   * @param weights the arrays to compute with, by canonical name
   */
  public LayerOperations(
      final NDManager manager,
      final Architecture architecture,
      final Map<String, NDArray> weights) {
    this(List.of(new SharedTensors(manager)), architecture, weights);
  }

  /**
   * @param owned what holds the weights, the newest last; let go with these operations
   */
  private LayerOperations(
      final List<SharedTensors> owned,
      final Architecture architecture,
      final Map<String, NDArray> weights) {
    this.owned = owned;
    this.weights = weights;
    final NDManager manager = owned.get(owned.size() - 1).manager();
    for (final Node node : architecture.nodes()) {
      if (node.op() instanceof Operation.ResponseNorm norm) {
        norms.put(node.name(), new LocalResponseNormalization(manager, norm, node.channels()));
      }
    }
  }

  private static NDArray tensor(
      final NDManager manager, final TensorSpec spec, final float[] values) {
    final long[] shape = spec.shape().stream().mapToLong(Integer::longValue).toArray();
    return manager.create(values, new Shape(shape));
  }

  /**
   * The same with other values for some tensors, or with further ones. The two share the others,
   * and may be closed in any order.
   *
   * @param own holds the new arrays, closed with the new operations
   * @param edited the table that they compute
   * @param tensors values by canonical name
   */
  public LayerOperations edited(
      final NDManager own, final Architecture edited, final Map<String, float[]> tensors) {
    if (isClosed.get()) {
      own.close();
      throw new IllegalStateException("the network is closed: open it again");
    }
    final Map<String, NDArray> changed = new HashMap<>(weights);
    for (final TensorSpec spec : edited.tensors()) {
      final float[] values = tensors.get(spec.name());
      if (values != null) {
        changed.put(spec.name(), tensor(own, spec, values));
      }
    }
    final List<SharedTensors> all = new ArrayList<>();
    owned.forEach(one -> all.add(one.shared()));
    all.add(new SharedTensors(own));
    return new LayerOperations(all, edited, changed);
  }

  /** The values of a tensor, copied. */
  public float[] values(final String name) {
    return weights.get(name).toFloatArray();
  }

  /** The value of a row, in a form that differentiates as the engine's own operations do. */
  public NDArray differentiable(final Node node, final List<NDArray> inputs) {
    return node.op() instanceof Operation.MaxPool pool
        ? WindowOperations.maxPool(inputs.get(0), pool.window())
        : compute(node, inputs);
  }

  /** The value of a row, as fast as possible; it belongs to the manager of its first input. */
  public NDArray compute(final Node node, final List<NDArray> inputs) {
    return node.op().in(new Value(node, inputs));
  }

  /**
   * The value of a row of the table on some of a picture's rows, in a form that differentiates.
   *
   * @param inputs the rows that the operation's windows see
   * @param padding what is above and below them
   */
  public NDArray differentiable(
      final Node node, final List<NDArray> inputs, final RowPadding padding) {
    return node.op() instanceof Operation.MaxPool pool
        ? WindowOperations.maxPool(inputs.get(0), pool.window(), padding)
        : compute(node, inputs, padding);
  }

  /** The same as fast as possible. */
  public NDArray compute(final Node node, final List<NDArray> inputs, final RowPadding padding) {
    final NDArray x = inputs.get(0);
    if (node.op() instanceof Operation.Convolution op) {
      return WindowOperations.convolution(
          x, op.window(), padding, weight(op.parameters()), bias(op.parameters()));
    }
    if (node.op() instanceof Operation.MaxPool op) {
      return SeparableMaxPool.apply(x, op.window(), padding);
    }
    return compute(node, inputs);
  }

  /**
   * Other values for some channels, on some of a picture's rows.
   *
   * @param op its places, if any, are those of the rows
   * @param means of the channels over the whole picture; empty where the edit needs none
   */
  public NDArray edit(final NDArray x, final Operation.ChannelEdit op, final float[] means) {
    return ChannelEdits.edit(x, op, means);
  }

  /**
   * How the value of a normalization changes when its input does.
   *
   * @param node a {@link Operation.ResponseNorm}
   * @param x the input, [1, channel, row, column]
   * @param change of it, [direction, channel, row, column]
   */
  public NDArray normChange(final Node node, final NDArray x, final NDArray change) {
    return norms.get(node.name()).change(x, change);
  }

  /** The value of a row in each case. */
  private final class Value implements Operation.Cases<NDArray> {

    private final Node node;
    private final List<NDArray> inputs;
    private final NDArray x;

    Value(final Node node, final List<NDArray> inputs) {
      this.node = node;
      this.inputs = inputs;
      this.x = inputs.get(0);
    }

    @Override
    public NDArray convolution(final Operation.Convolution op) {
      return WindowOperations.convolution(
          x, op.window(), weight(op.parameters()), bias(op.parameters()));
    }

    @Override
    public NDArray relu(final Operation.Relu op) {
      return Activation.relu(x);
    }

    @Override
    public NDArray topK(final Operation.TopK op) {
      return LargestChannels.keep(x, op.count());
    }

    @Override
    public NDArray threshold(final Operation.Threshold op) {
      return ChannelEdits.above(x, op.thresholds());
    }

    @Override
    public NDArray channelEdit(final Operation.ChannelEdit op) {
      return ChannelEdits.edit(x, op);
    }

    @Override
    public NDArray sum(final Operation.Sum op) {
      return ChannelEdits.sum(inputs, op.factors());
    }

    @Override
    public NDArray maxPool(final Operation.MaxPool op) {
      return SeparableMaxPool.apply(x, op.window());
    }

    @Override
    public NDArray responseNorm(final Operation.ResponseNorm op) {
      return norms.get(node.name()).apply(x);
    }

    @Override
    public NDArray concat(final Operation.Concat op) {
      return NDArrays.concat(new NDList(inputs), 1);
    }

    @Override
    public NDArray globalMean(final Operation.GlobalMean op) {
      return Pool.globalAvgPool2d(x);
    }

    @Override
    public NDArray dense(final Operation.Dense op) {
      return Linear.linear(x, weight(op.parameters()), bias(op.parameters())).singletonOrThrow();
    }

    @Override
    public NDArray softmax(final Operation.Softmax op) {
      return x.softmax(1);
    }
  }

  public NDArray weight(final String parameters) {
    return weights.get(parameters + "_w");
  }

  public NDArray bias(final String parameters) {
    return weights.get(parameters + "_b");
  }

  @Override
  public void close() {
    if (!isClosed.getAndSet(true)) {
      owned.forEach(SharedTensors::close);
    }
  }
}
