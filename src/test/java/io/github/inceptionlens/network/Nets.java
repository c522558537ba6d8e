package io.github.inceptionlens.network;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.network.engine.TorchEngine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Networks with random weights, and pictures, for tests. */
public final class Nets {

  public static final Training TENSORFLOW = Training.TENSORFLOW;

  private Nets() {}

  /** A pixel's value by its place. */
  @FunctionalInterface
  public interface Pixel {
    double at(int column, int row);
  }

  /** The engine on one thread, which is the fastest for small networks on a busy computer. */
  public static TorchEngine engine() {
    final TorchEngine engine = TorchEngine.start(Progress.NONE);
    engine.useThreads(1);
    return engine;
  }

  static Training of(final FrameworkConventions dialect) {
    return dialect == FrameworkConventions.CAFFE ? Training.CAFFE : TENSORFLOW;
  }

  private static List<String> numbers(final int count) {
    return IntStream.range(0, count).mapToObj(String::valueOf).toList();
  }

  /** The table with a sixteenth of every width and ten classes. */
  public static Architecture narrow(final FrameworkConventions dialect) {
    return of(dialect).narrowed(16, "narrow", numbers(10)).architecture();
  }

  /** A network with weights of either sign that keep activations at the picture's scale. */
  public static InceptionV1 network(final Architecture architecture) {
    return new InceptionV1(engine(), architecture, weights(architecture));
  }

  public static Weights weights(final Architecture architecture) {
    final Random random = new Random(1);
    return weights(
        architecture, spec -> Math.sqrt(2.0 / inputs(spec)) * (0.2 + random.nextGaussian()));
  }

  /**
   * Positive weights without bias, which keep activations so small that the response norms leave
   * the order of values as it is.
   */
  static Weights positive(final Architecture architecture) {
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

  /** Random whole numbers from 0 to 255, always the same for a size. */
  public static Picture picture(final int width, final int height) {
    final Random random = new Random(width + 31L * height);
    return picture(width, height, (column, row) -> random.nextInt(256));
  }

  public static Picture picture(final int width, final int height, final Pixel pixel) {
    return planes(width, height, 3, pixel);
  }

  static Picture planes(final int width, final int height, final int count, final Pixel pixel) {
    final List<float[]> planes = new ArrayList<>();
    for (int channel = 0; channel < count; channel++) {
      final float[] plane = new float[width * height];
      for (int i = 0; i < plane.length; i++) {
        plane[i] = (float) pixel.at(i % width, i / width);
      }
      planes.add(plane);
    }
    return new Picture(width, height, planes);
  }
}
