package io.github.inceptionlens.network.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import io.github.inceptionlens.core.geometry.SlidingWindow;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Weights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes the rows of the table on native arrays [batch, channel, row, column], with the weights
 * it owns.
 */
public final class LayerOperations implements AutoCloseable {

  private final NDManager manager;
  private final Map<String, NDArray> weights;
  private final Map<String, LocalResponseNormalization> norms = new HashMap<>();

  public LayerOperations(
      final TorchEngine engine, final Architecture architecture, final Weights weights) {
    this(engine.newManager(), architecture, new HashMap<>());
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
    this.manager = manager;
    this.weights = weights;
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
   * The same with other values for some tensors, or with further ones.
   *
   * @param own holds the new arrays, closed with the new operations
   * @param edited the table that they compute
   * @param tensors values by canonical name
   */
  public LayerOperations edited(
      final NDManager own, final Architecture edited, final Map<String, float[]> tensors) {
    final Map<String, NDArray> changed = new HashMap<>(weights);
    for (final TensorSpec spec : edited.tensors()) {
      final float[] values = tensors.get(spec.name());
      if (values != null) {
        changed.put(spec.name(), tensor(own, spec, values));
      }
    }
    return new LayerOperations(own, edited, changed);
  }

  /** The values of a tensor, copied. */
  public float[] values(final String name) {
    return weights.get(name).toFloatArray();
  }

  /** The value of a row, in a form that differentiates as the engine's own operations do. */
  public NDArray differentiable(final Node node, final List<NDArray> inputs) {
    return node.op() instanceof Operation.MaxPool pool
        ? maxPool(inputs.get(0), pool.window())
        : compute(node, inputs);
  }

  /** The value of a row, as fast as possible; it belongs to the manager of its first input. */
  public NDArray compute(final Node node, final List<NDArray> inputs) {
    final NDArray x = inputs.get(0);
    final Operation op = node.op();
    if (op instanceof Operation.Convolution convolution) {
      final String parameters = convolution.parameters();
      return convolution(x, convolution.window(), weight(parameters), bias(parameters));
    } else if (op instanceof Operation.Relu) {
      return Activation.relu(x);
    } else if (op instanceof Operation.MaxPool pool) {
      return SeparableMaxPool.apply(x, pool.window());
    } else if (op instanceof Operation.ResponseNorm) {
      return norms.get(node.name()).apply(x);
    } else if (op instanceof Operation.Concat) {
      return NDArrays.concat(new NDList(inputs), 1);
    } else if (op instanceof Operation.GlobalMean) {
      return Pool.globalAvgPool2d(x);
    } else if (op instanceof Operation.Dense dense) {
      return Linear.linear(x, weight(dense.parameters()), bias(dense.parameters()))
          .singletonOrThrow();
    }
    return x.softmax(1);
  }

  public NDArray weight(final String parameters) {
    return weights.get(parameters + "_w");
  }

  public NDArray bias(final String parameters) {
    return weights.get(parameters + "_b");
  }

  /**
   * The convolution alone.
   *
   * @param bias null for none
   */
  public static NDArray convolution(
      final NDArray x, final SlidingWindow window, final NDArray weight, final NDArray bias) {
    final PaddedInput padded = PaddedInput.of(x, window, 0, false);
    final NDArray y =
        Convolutions.apply(
            padded.x(), weight, bias, square(window.stride()), square(padded.left()));
    padded.release(x);
    return y;
  }

  private static NDArray maxPool(final NDArray x, final SlidingWindow window) {
    final PaddedInput padded = PaddedInput.of(x, window, Float.NEGATIVE_INFINITY, true);
    final NDArray y =
        Pool.maxPool2d(
            padded.x(),
            square(window.kernel()),
            square(window.stride()),
            square(padded.left()),
            padded.ceil());
    padded.release(x);
    return y;
  }

  private static Shape square(final int length) {
    return new Shape(length, length);
  }

  @Override
  public void close() {
    manager.close();
  }
}
