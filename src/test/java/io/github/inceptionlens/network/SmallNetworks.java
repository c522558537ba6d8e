package io.github.inceptionlens.network;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Padding;
import io.github.inceptionlens.core.geometry.SlidingWindow;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.architecture.Preprocessing;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.network.engine.TorchEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Networks with random weights and known properties, for the tests of methods. */
public final class SmallNetworks {

  private static final SlidingWindow SEVEN = new SlidingWindow(7, 2, new Padding.Fixed(3, false));

  private SmallNetworks() {}

  /** The engine on one thread, which is the fastest for small networks on a busy computer. */
  public static TorchEngine engine() {
    final TorchEngine engine = TorchEngine.start(Progress.NONE);
    engine.useThreads(1);
    return engine;
  }

  static Training training(final FrameworkConventions conventions) {
    return switch (conventions) {
      case CAFFE -> Training.CAFFE;
      case TENSORFLOW -> Training.TENSORFLOW;
      case TORCH -> Training.TORCH;
    };
  }

  private static List<String> numbers(final int count) {
    return IntStream.range(0, count).mapToObj(String::valueOf).toList();
  }

  /** The table with a sixteenth of every width and ten classes. */
  public static Architecture narrowTable(final FrameworkConventions conventions) {
    return training(conventions).narrowed(16, "narrow", numbers(10)).architecture();
  }

  /** A network with weights of either sign that keep activations at the picture's scale. */
  public static InceptionV1 ofBothSigns(final Architecture architecture) {
    return new InceptionV1(engine(), architecture, weightsOfBothSigns(architecture));
  }

  public static Weights weightsOfBothSigns(final Architecture architecture) {
    final Random random = new Random(1);
    return weights(
        architecture, spec -> Math.sqrt(2.0 / inputs(spec)) * (0.2 + random.nextGaussian()));
  }

  /**
   * Positive weights without bias, which keep activations so small that the response norms leave
   * the order of values as it is.
   */
  static Weights positiveWeights(final Architecture architecture) {
    final Random random = new Random(1);
    return weights(
        architecture,
        spec -> {
          final double scale = spec.name().equals("conv2d0_w") ? 0.1 : 1;
          final boolean bias = spec.shape().size() == 1;
          return bias ? 0 : scale * (0.5 + random.nextDouble()) / inputs(spec);
        });
  }

  private static int inputs(final TensorSpec spec) {
    return spec.count() / spec.shape().get(0);
  }

  private static Weights weights(
      final Architecture architecture, final ToDoubleFunction<TensorSpec> value) {
    final Map<String, float[]> values = new HashMap<>();
    for (final TensorSpec spec : architecture.tensors()) {
      final float[] tensor = new float[spec.count()];
      for (int i = 0; i < tensor.length; i++) {
        tensor[i] = (float) value.applyAsDouble(spec);
      }
      values.put(spec.name(), tensor);
    }
    return new Weights(architecture.tensors(), values);
  }

  /** InceptionV1 with a sixteenth of every width, ten classes and weights of either sign. */
  public static InceptionV1 narrow(final FrameworkConventions conventions) {
    final Training wide = Training.CAFFE;
    final Training plan =
        new Training(
            wide.name(),
            wide.stem(),
            wide.modules(),
            conventions,
            training(conventions).preprocessing(),
            labels(10));
    return network(plan.narrowed(16, "narrow", labels(10)).architecture(), value -> value);
  }

  /** A convolution, the mean over the picture, and three logits: linear in the pixels. */
  public static InceptionV1 linear() {
    return network(table("linear", node("conv2d0", convolution(3), "input", 4)), value -> value);
  }

  /** A layer of four channels: each pixel's blue, green and red, 0 to 1, and one that is 0. */
  public static InceptionV1 colors() {
    final SlidingWindow pixel = new SlidingWindow(1, 1, new Padding.Fixed(0, false));
    final Node seen =
        node("conv2d0", new Operation.Convolution("conv2d0", 3, 4, pixel), "input", 4);
    final Architecture architecture = table("colors", seen);
    final Map<String, float[]> values = new HashMap<>();
    for (final TensorSpec spec : architecture.tensors()) {
      values.put(spec.name(), new float[spec.count()]);
    }
    for (int color = 0; color < 3; color++) {
      values.get("conv2d0_w")[4 * color] = 1 / 255f;
      values.get("conv2d0_b")[color] = (float) (Preprocessing.CAFFE.mean().get(color) / 255);
    }
    return new InceptionV1(engine(), architecture, new Weights(architecture.tensors(), values));
  }

  /** Two rectified convolutions with positive weights, whose gradients are positive everywhere. */
  public static InceptionV1 positive() {
    return network(rectified("positive"), Math::abs);
  }

  /** Two rectified convolutions whose units never fire. */
  public static InceptionV1 silent() {
    return network(rectified("silent"), value -> -Math.abs(value) - 1);
  }

  /** Two rectified convolutions with weights of either sign. */
  public static InceptionV1 mixed() {
    return network(rectified("mixed"), value -> value);
  }

  /** Logits that do not depend on the picture. */
  public static InceptionV1 constant() {
    return network(rectified("constant"), value -> 0);
  }

  private static Architecture rectified(final String name) {
    final SlidingWindow three = new SlidingWindow(3, 1, new Padding.Fixed(1, false));
    final Operation second = new Operation.Convolution("conv2d1", 4, 4, three);
    return table(
        name,
        node("conv2d0_pre_relu", convolution(3), "input", 4),
        node("conv2d0", new Operation.Relu(), "conv2d0_pre_relu", 4),
        node("conv2d1_pre_relu", second, "conv2d0", 4),
        node("conv2d1", new Operation.Relu(), "conv2d1_pre_relu", 4));
  }

  private static Operation convolution(final int in) {
    return new Operation.Convolution("conv2d0", in, 4, SEVEN);
  }

  private static Node node(
      final String name, final Operation op, final String input, final int channels) {
    return new Node(name, "", op, List.of(input), channels);
  }

  private static Architecture table(final String name, final Node... rows) {
    final List<Node> nodes = new ArrayList<>(List.of(rows));
    final String last = rows[rows.length - 1].name();
    nodes.add(node("avgpool0", new Operation.GlobalMean(), last, 4));
    nodes.add(node(Architecture.LOGITS, new Operation.Dense("softmax2", 4, 3), "avgpool0", 3));
    nodes.add(node(Architecture.PROBABILITIES, new Operation.Softmax(), Architecture.LOGITS, 3));
    return new Architecture(name, nodes, Preprocessing.CAFFE, labels(3));
  }

  private static List<String> labels(final int count) {
    return IntStream.range(0, count).mapToObj(i -> "class " + i).toList();
  }

  private static InceptionV1 network(
      final Architecture architecture, final DoubleUnaryOperator change) {
    return new InceptionV1(engine(), architecture, changed(architecture, change));
  }

  private static Weights changed(
      final Architecture architecture, final DoubleUnaryOperator change) {
    final Random random = new Random(1);
    return weights(
        architecture,
        spec ->
            change.applyAsDouble(
                Math.sqrt(2.0 * spec.shape().get(0) / spec.count()) * random.nextGaussian()));
  }

  /** Random whole numbers from 0 to 255, always the same for a size. */
  public static Picture picture(final int width, final int height) {
    return noise(width, height, width + 31L * height);
  }

  /** A picture of random whole numbers from 0 to 255. */
  public static Picture noise(final int width, final int height, final long seed) {
    final Random random = new Random(seed);
    return picture(width, height, (column, row) -> random.nextInt(256));
  }

  /** A gray value by its place. */
  @FunctionalInterface
  public interface Pixel {
    /** 0 to 255. */
    double at(int column, int row);
  }

  /** A picture, asked for plane by plane. */
  public static Picture picture(final int width, final int height, final Pixel pixel) {
    final List<float[]> planes = new ArrayList<>();
    for (int channel = 0; channel < 3; channel++) {
      final float[] plane = new float[width * height];
      for (int i = 0; i < plane.length; i++) {
        plane[i] = (float) pixel.at(i % width, i / width);
      }
      planes.add(plane);
    }
    return new Picture(width, height, planes);
  }
}
