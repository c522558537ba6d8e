package io.github.inceptionlens.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.github.inceptionlens.core.FloatImages;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The derivative of an objective with respect to a picture's pixels.
 *
 * <p>Only one gradient can be collected at a time in a process, so callers queue here.
 */
public final class Gradients {

  private static final Object ONE_AT_A_TIME = new Object();

  private Gradients() {}

  /**
   * An objective's value and its derivative.
   *
   * @param value the objective on the picture
   * @param pixels width x height x 3 (red, green, blue), change of the objective per step of the
   *     0-255 pixel scale
   */
  public record PixelGradient(double value, PlanarImg<FloatType, FloatArray> pixels) {}

  /**
   * Differentiates exactly, by the engine's automatic differentiation.
   *
   * @param picture width x height x 3, values 0 to 255
   * @throws io.github.inceptionlens.core.UserError when a name does not exist or the picture is too
   *     small for it or too large for the memory
   */
  public static PixelGradient of(
      final InceptionV1 network,
      final PlanarImg<FloatType, FloatArray> picture,
      final Objective objective) {
    final Preprocessing preprocessing = network.architecture().preprocessing();
    network.checkGradient(
        objective.names(), (int) picture.dimension(0), (int) picture.dimension(1));
    synchronized (ONE_AT_A_TIME) {
      try (NDManager scope = network.engine().newManager();
          GradientCollector collector = network.engine().newGradientCollector()) {
        final NDArray input = Pixels.input(scope, picture, preprocessing);
        input.setRequiresGradient(true);
        final Map<String, NDArray> values =
            network.differentiable(Map.of(Architecture.INPUT, input), objective.names());
        final NDArray value = objective.value().of(values);
        collector.backward(value);
        return new PixelGradient(
            value.getFloat(), rgb(Pixels.planes(input.getGradient()), preprocessing));
      }
    }
  }

  /** Runs work that opens a gradient collector when no other such work runs. */
  static <T> T exclusively(final Supplier<T> work) {
    synchronized (ONE_AT_A_TIME) {
      return work.get();
    }
  }

  private static PlanarImg<FloatType, FloatArray> rgb(
      final PlanarImg<FloatType, FloatArray> planes, final Preprocessing preprocessing) {
    final float[][] sorted = new float[3][];
    for (int channel = 0; channel < 3; channel++) {
      sorted[preprocessing.source(channel)] = FloatImages.plane(planes, channel);
    }
    final List<float[]> rgb = Arrays.asList(sorted);
    return FloatImages.of((int) planes.dimension(0), (int) planes.dimension(1), rgb);
  }
}
