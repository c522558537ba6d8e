package io.github.inceptionlens.visualization.parameterization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.visualization.feature.VisualizationRequest;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class CppnParametersTest {

  private static CppnParameters create(final NDManager manager, final int width, final int height) {
    final CppnParameters image =
        new CppnParameters(
            manager,
            new PictureFormat(width, height, 3, 1, 2),
            List.of(new SplittableRandom(1), new SplittableRandom(2)));
    final NDArray last = image.parameters().get(16);
    final float[] values = last.toFloatArray();
    final Random random = new Random(3);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    manager.create(values, last.getShape()).copyTo(last);
    return image;
  }

  @Test
  void aPixelIsWhatTheNetworkMakesOfItsPlace() {
    try (NDManager manager = TorchEngine.start(Progress.NONE).newManager()) {
      final CppnParameters image = create(manager, 5, 4);
      final float[] planes = image.planes(image.parameters()).toFloatArray();
      for (int picture = 0; picture < 2; picture++) {
        for (int pixel = 0; pixel < 20; pixel++) {
          final double x = Math.sqrt(3) * (pixel % 5 - 2) / 2.0;
          final double y = Math.sqrt(3) * (pixel / 5 - 1.5) / 1.5;
          final double[] colors = network(image.parameters(), picture, x, y);
          for (int color = 0; color < 3; color++) {
            assertThat((double) planes[(picture * 3 + color) * 20 + pixel])
                .isCloseTo(colors[color], within(1e-3));
          }
        }
      }
    }
  }

  /** By definition, unit by unit. */
  private static double[] network(
      final List<NDArray> parameters, final int picture, final double x, final double y) {
    double[] inputs = {x, y};
    for (int layer = 0; layer < parameters.size() / 2; layer++) {
      final float[] weights = parameters.get(2 * layer).get(picture).toFloatArray();
      final float[] biases = parameters.get(2 * layer + 1).get(picture).toFloatArray();
      final double[] outputs = new double[biases.length];
      for (int i = 0; i < outputs.length; i++) {
        outputs[i] = biases[i];
        for (int j = 0; j < inputs.length; j++) {
          outputs[i] += weights[i * inputs.length + j] * inputs[j];
        }
      }
      inputs = 2 * layer + 2 == parameters.size() ? outputs : bent(outputs);
    }
    return inputs;
  }

  private static double[] bent(final double[] outputs) {
    final double[] bent = new double[2 * outputs.length];
    for (int i = 0; i < outputs.length; i++) {
      final double angle = Math.atan(outputs[i]);
      bent[i] = angle / 0.67;
      bent[outputs.length + i] = angle * angle / 0.6;
    }
    return bent;
  }

  /** Drawn larger, in several bands, every sixth pixel lies where one of the small picture does. */
  @Test
  void aLargerPictureIsTheSamePicture() {
    final int factor = 61;
    final int large = 5 * factor;
    final int step = (large - 1) / 4;
    try (NDManager manager = TorchEngine.start(Progress.NONE).newManager()) {
      final CppnParameters image = create(manager, 5, 5);
      final float[] small = image.planes(image.parameters()).toFloatArray();
      for (int picture = 0; picture < 2; picture++) {
        final List<float[]> drawn = image.magnified(picture, factor, planes -> planes.mul(2));
        assertThat(drawn).hasSize(3);
        for (int i = 0; i < 3 * 25; i++) {
          final int row = i % 25 / 5 * step;
          final int column = i % 5 * step;
          assertThat(drawn.get(i / 25)[row * large + column])
              .isCloseTo(2 * small[picture * 75 + i], within(2e-3f));
        }
      }
    }
  }

  @Test
  void itIsGrayAtTheStart() {
    try (NDManager manager = TorchEngine.start(Progress.NONE).newManager()) {
      final ImageParameters image =
          Parameterization.CPPN.create(
              manager, new PictureFormat(6, 6, 3, 1, 1), List.of(new SplittableRandom(1)));
      final NDArray colors = image.colors(manager).of(image.planes(image.parameters()));
      assertThat(colors.toFloatArray()).containsOnly(0.5f);
    }
  }

  @Test
  void onlyItCanBeDrawnLarger() {
    final VisualizationRequest standard = VisualizationRequest.STANDARD;
    assertThat(standard.parameterization(Parameterization.CPPN).magnification(4).magnification())
        .isEqualTo(4);
    assertThatThrownBy(() -> standard.magnification(4))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("magnify is 4, but only pictures without pixels");
    assertThatThrownBy(() -> standard.parameterization(Parameterization.CPPN).magnification(33))
        .isInstanceOf(UserError.class)
        .hasMessage("magnify is 33, expected 1 to 32");
  }
}
