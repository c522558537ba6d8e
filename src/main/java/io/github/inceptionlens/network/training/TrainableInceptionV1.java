package io.github.inceptionlens.network.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.GradientCollector;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.NodeParameters;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Walk;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.network.engine.LayerOperations;
import io.github.inceptionlens.network.engine.PictureTensors;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.network.engine.WindowOperations;
import io.github.inceptionlens.network.gradient.Gradients;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * An InceptionV1 that is being trained from scratch.
 *
 * <p>While it learns, each convolution is followed by a batch normalization (Ioffe and Szegedy
 * 2015), whose shift takes the place of the table's bias; {@link #folded} gives the weights with
 * which the plain table computes the same. For one thread.
 */
public final class TrainableInceptionV1 implements AutoCloseable {

  /** Changes a parameter, in place, against its gradient. */
  @FunctionalInterface
  public interface Update {
    /**
     * @param name unique among the parameters
     */
    void apply(String name, NDArray parameter, NDArray gradient);
  }

  /**
   * What one step saw before it changed the parameters.
   *
   * @param loss the loss of the batch
   * @param logits the scores, picture by picture
   */
  public record Step(double loss, float[] logits) {}

  private static final float MOMENTUM = 0.98f;
  private static final float EPSILON = 1e-3f;
  private static final String SCALE = "_scale";
  private static final String MEAN = "_mean";
  private static final String VARIANCE = "_variance";

  private final TorchEngine engine;
  private final Architecture architecture;
  private final NDManager manager;
  private final Map<String, NDArray> parameters = new LinkedHashMap<>();
  private final Map<String, NDArray> statistics = new HashMap<>();

  /**
   * Draws the weights (He et al. 2015).
   *
   * @param seed what they are drawn from
   */
  public TrainableInceptionV1(
      final TorchEngine engine, final Architecture architecture, final long seed) {
    this.engine = engine;
    this.architecture = architecture;
    this.manager = engine.newManager();
    final Random random = new Random(seed);
    architecture.parameters().forEach(needed -> create(needed, random));
  }

  private void create(final NodeParameters needed, final Random random) {
    final TensorSpec weights = needed.weights();
    final int channels = weights.shape().get(0);
    parameters.put(weights.name(), drawn(weights, random));
    parameters.put(needed.bias().name(), manager.zeros(new Shape(channels)));
    if (isConvolution(weights)) {
      parameters.put(needed.name() + SCALE, manager.ones(new Shape(channels)));
      statistics.put(needed.name() + MEAN, manager.zeros(new Shape(channels)));
      statistics.put(needed.name() + VARIANCE, manager.ones(new Shape(channels)));
    }
  }

  private static boolean isConvolution(final TensorSpec weights) {
    return weights.shape().size() == 4;
  }

  private NDArray drawn(final TensorSpec spec, final Random random) {
    final double deviation = Math.sqrt(2.0 * spec.shape().get(0) / spec.count());
    final float[] values = new float[spec.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return manager.create(
        values, new Shape(spec.shape().stream().mapToLong(Integer::longValue).toArray()));
  }

  /**
   * Learns from one batch.
   *
   * @param pictures of one size, each width x height x 3, values 0 to 255
   * @param loss from the logits [picture, class] to a single number
   * @param update is given each parameter and its gradient
   */
  public Step step(
      final List<Picture> pictures, final UnaryOperator<NDArray> loss, final Update update) {
    try (NDManager scope = engine.newManager()) {
      final Map<String, NDArray> leaves = leaves(scope);
      final Step step = Gradients.exclusively(() -> backward(scope, leaves, pictures, loss));
      leaves.forEach((name, leaf) -> update.apply(name, parameters.get(name), leaf.getGradient()));
      return step;
    }
  }

  private Map<String, NDArray> leaves(final NDManager scope) {
    final Map<String, NDArray> leaves = new LinkedHashMap<>();
    parameters.forEach(
        (name, parameter) -> {
          final NDArray leaf = parameter.duplicate();
          leaf.attach(scope);
          leaf.setRequiresGradient(true);
          leaves.put(name, leaf);
        });
    return leaves;
  }

  private Step backward(
      final NDManager scope,
      final Map<String, NDArray> leaves,
      final List<Picture> pictures,
      final UnaryOperator<NDArray> loss) {
    try (GradientCollector collector = engine.newGradientCollector()) {
      final NDArray logits = logits(scope, leaves, pictures, true);
      final NDArray value = loss.apply(logits);
      collector.backward(value);
      return new Step(value.getFloat(), logits.toFloatArray());
    }
  }

  /**
   * The scores as the trained network will give them, picture by picture.
   *
   * @param pictures of one size
   */
  public float[] logits(final List<Picture> pictures) {
    try (NDManager scope = engine.newManager()) {
      return logits(scope, parameters, pictures, false).toFloatArray();
    }
  }

  private NDArray logits(
      final NDManager scope,
      final Map<String, NDArray> values,
      final List<Picture> pictures,
      final boolean training) {
    final LayerOperations operations = new LayerOperations(scope, architecture, values);
    final Walk.Step<NDArray> step =
        (node, inputs) ->
            node.op() instanceof Operation.Convolution op
                ? normalized(inputs.get(0), op, values, training)
                : operations.differentiable(node, inputs);
    return new Walk(architecture, List.of(Architecture.INPUT), List.of(Architecture.LOGITS))
        .run(Map.of(Architecture.INPUT, batch(scope, pictures)), step, NDArray::close)
        .get(Architecture.LOGITS);
  }

  private NDArray batch(final NDManager scope, final List<Picture> pictures) {
    final NDList inputs = new NDList();
    pictures.forEach(
        picture -> inputs.add(PictureTensors.input(scope, picture, architecture.preprocessing())));
    try (inputs;
        NDArray planes = NDArrays.concat(inputs)) {
      return interleaved(planes);
    }
  }

  /**
   * The same values with the channels of a pixel next to each other in memory; the engine keeps
   * that order through all layers and computes batches faster in it.
   */
  private static NDArray interleaved(final NDArray x) {
    final Shape shape = x.getShape();
    final Shape last = new Shape(shape.get(0), shape.get(2), shape.get(3), shape.get(1));
    return x.transpose(0, 2, 3, 1).flatten().reshape(last).transpose(0, 3, 1, 2);
  }

  private NDArray normalized(
      final NDArray x,
      final Operation.Convolution op,
      final Map<String, NDArray> values,
      final boolean training) {
    final String name = op.parameters();
    try (NDArray y = WindowOperations.convolution(x, op.window(), values.get(name + "_w"), null)) {
      return BatchNorm.batchNorm(
              y,
              statistics.get(name + MEAN),
              statistics.get(name + VARIANCE),
              values.get(name + SCALE),
              values.get(name + "_b"),
              1,
              MOMENTUM,
              EPSILON,
              training)
          .singletonOrThrow();
    }
  }

  /** The weights with which the plain table gives the scores of {@link #logits}. */
  public Weights folded() {
    final Map<String, float[]> values = new HashMap<>();
    for (final NodeParameters needed : architecture.parameters()) {
      final float[] weights = parameters.get(needed.weights().name()).toFloatArray();
      final float[] bias = parameters.get(needed.bias().name()).toFloatArray();
      if (isConvolution(needed.weights())) {
        fold(needed.name(), weights, bias);
      }
      values.put(needed.weights().name(), weights);
      values.put(needed.bias().name(), bias);
    }
    return new Weights(architecture.tensors(), values);
  }

  private void fold(final String name, final float[] weights, final float[] bias) {
    final float[] scale = parameters.get(name + SCALE).toFloatArray();
    final float[] mean = statistics.get(name + MEAN).toFloatArray();
    final float[] variance = statistics.get(name + VARIANCE).toFloatArray();
    final int size = weights.length / bias.length;
    for (int channel = 0; channel < bias.length; channel++) {
      final double factor = scale[channel] / Math.sqrt(variance[channel] + EPSILON);
      bias[channel] -= (float) (factor * mean[channel]);
      for (int i = channel * size; i < (channel + 1) * size; i++) {
        weights[i] *= (float) factor;
      }
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
