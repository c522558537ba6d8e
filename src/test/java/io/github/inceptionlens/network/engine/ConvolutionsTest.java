package io.github.inceptionlens.network.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.github.inceptionlens.core.Progress;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Convolutions of channels that fill the engine's blocks and of such that do not. */
final class ConvolutionsTest {

  private static final int SIDE = 32;
  private static final int[] MADE = {1, 3, 8, 16, 17, 24};
  private static final int RADIUS = 2;
  private static final int SPAN = 2 * RADIUS + 1;

  private static final Shape ONE = new Shape(1, 1);
  private static final Shape PAD = new Shape(RADIUS, RADIUS);

  private final TorchEngine engine = TorchEngine.start(Progress.NONE);

  private interface Convolution {
    NDArray of(NDArray x, NDArray weight, NDArray bias, Shape stride, Shape padding);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 8, 9, 12, 15, 16, 24, 31, 40, 51, 144})
  void noChannelIsLost(final int channels) {
    for (final int made : MADE) {
      compare(channels, made, Convolutions::apply);
      compare(channels, made, Convolutions::inWholeBlocks);
    }
  }

  private void compare(final int channels, final int made, final Convolution convolution) {
    final Random random = new Random(channels);
    final float[] x = values(random, channels * SIDE * SIDE);
    final float[] weight = values(random, made * channels * SPAN * SPAN);
    final float[] bias = values(random, made);
    final float[] up = values(random, made * SIDE * SIDE);
    try (NDManager manager = engine.newManager()) {
      final NDArray input = manager.create(x, new Shape(1, channels, SIDE, SIDE));
      input.setRequiresGradient(true);
      final NDArray operations = manager.create(weight, new Shape(made, channels, SPAN, SPAN));
      final float[] y;
      try (GradientCollector collector = engine.newGradientCollector()) {
        final NDArray output = convolution.of(input, operations, manager.create(bias), ONE, PAD);
        assertThat(output.getShape()).isEqualTo(new Shape(1, made, SIDE, SIDE));
        y = output.toFloatArray();
        collector.backward(output.mul(manager.create(up, output.getShape())).sum());
      }
      final float[] gradient = input.getGradient().toFloatArray();
      for (int i = 0; i < 200; i++) {
        final int one = random.nextInt(y.length);
        assertThat((double) y[one]).isCloseTo(value(x, weight, bias, channels, one), within(1e-4));
        final int other = random.nextInt(x.length);
        assertThat((double) gradient[other])
            .isCloseTo(gradient(up, weight, channels, other), within(1e-4));
      }
    }
  }

  private static float[] values(final Random random, final int count) {
    final float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian() / 3;
    }
    return values;
  }

  private static double value(
      final float[] x,
      final float[] weight,
      final float[] bias,
      final int channels,
      final int index) {
    final int made = index / (SIDE * SIDE);
    double sum = bias[made];
    for (int channel = 0; channel < channels; channel++) {
      for (int tap = 0; tap < SPAN * SPAN; tap++) {
        sum +=
            at(x, channel, index, tap, 1) * weight[(made * channels + channel) * SPAN * SPAN + tap];
      }
    }
    return sum;
  }

  private static double gradient(
      final float[] up, final float[] weight, final int channels, final int index) {
    final int channel = index / (SIDE * SIDE);
    double sum = 0;
    for (int out = 0; out < up.length / (SIDE * SIDE); out++) {
      for (int tap = 0; tap < SPAN * SPAN; tap++) {
        sum += at(up, out, index, tap, -1) * weight[(out * channels + channel) * SPAN * SPAN + tap];
      }
    }
    return sum;
  }

  /** The value of a plane where a tap of the kernel at a place lies; 0 outside. */
  private static double at(
      final float[] planes, final int plane, final int place, final int tap, final int sign) {
    final int row = place % (SIDE * SIDE) / SIDE + sign * (tap / SPAN - RADIUS);
    final int column = place % SIDE + sign * (tap % SPAN - RADIUS);
    return row < 0 || row >= SIDE || column < 0 || column >= SIDE
        ? 0
        : planes[(plane * SIDE + row) * SIDE + column];
  }
}
