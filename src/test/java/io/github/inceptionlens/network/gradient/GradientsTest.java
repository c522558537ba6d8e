package io.github.inceptionlens.network.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.FloatPlanes;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.Activations;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.SlowReference;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.architecture.Weights;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GradientsTest {

  private static final int WIDTH = 67;
  private static final int HEIGHT = 50;

  private static Picture picture() {
    return SmallNetworks.picture(WIDTH, HEIGHT);
  }

  /** On a thread that did not load the engine, where DJL has another mode. */
  @ParameterizedTest
  @EnumSource(FrameworkConventions.class)
  void pixelGradientsAreFiniteDifferencesOfPlainLoops(final FrameworkConventions conventions)
      throws Exception {
    final Architecture architecture = SmallNetworks.narrowTable(conventions);
    final SlowReference slow =
        new SlowReference(conventions, SmallNetworks.weightsOfBothSigns(architecture));
    final ExecutorService other = Executors.newSingleThreadExecutor();
    try (InceptionV1 network = SmallNetworks.ofBothSigns(architecture)) {
      final Callable<Void> checks =
          () -> {
            assertSlope(network, slow, Objective.logit(3), logits -> logits[3]);
            for (final String layer : List.of("conv2d2", "mixed3a_5x5", "mixed4b")) {
              final double[][] plane = strongest(slow, layer);
              final int channel = List.of(slow.layers().get(layer)).indexOf(plane);
              assertSlope(
                  network,
                  slow,
                  Objective.neuron(layer, channel, 1, 2),
                  logits -> slow.layers().get(layer)[channel][2][1]);
            }
            return null;
          };
      other.submit(checks).get();
    } finally {
      other.shutdown();
    }
  }

  /** The plane of a layer whose unit (1, 2) is the largest. */
  private static double[][] strongest(final SlowReference slow, final String layer) {
    return Collections.max(
        List.of(slow.layers().get(layer)), Comparator.comparingDouble(plane -> plane[2][1]));
  }

  /** In doubles a step can be so small that it crosses no kink of a ReLU or a pool. */
  private static void assertSlope(
      final InceptionV1 network,
      final SlowReference slow,
      final Objective objective,
      final ToDoubleFunction<double[]> value) {
    final Gradients.PixelGradient gradient = Gradients.of(network, picture(), objective);
    final float[][] direction = direction(gradient, new Random(11));
    final double step = 1e-5;
    final double ahead = value.applyAsDouble(slow.run(picture(), direction, step));
    final double behind = value.applyAsDouble(slow.run(picture(), direction, -step));

    assertThat(dot(gradient.pixels(), direction)).as("%s", objective.names()).isPositive();
    assertThat((ahead - behind) / (2 * step))
        .as("%s", objective.names())
        .isCloseTo(dot(gradient.pixels(), direction), Percentage.withPercentage(0.1));
  }

  /** The gradient with every pixel weighed at random, so that the slope is above rounding. */
  private static float[][] direction(final Gradients.PixelGradient gradient, final Random random) {
    final float[][] direction = new float[3][WIDTH * HEIGHT];
    final double length = Math.sqrt(dot(gradient.pixels(), planes(gradient.pixels())));
    for (int channel = 0; channel < 3; channel++) {
      final float[] slope = gradient.pixels().plane(channel);
      for (int i = 0; i < slope.length; i++) {
        direction[channel][i] = (float) (random.nextDouble() * slope[i] / length * 10);
      }
    }
    return direction;
  }

  private static float[][] planes(final FloatPlanes<?> image) {
    return new float[][] {image.plane(0), image.plane(1), image.plane(2)};
  }

  private static double dot(final FloatPlanes<?> gradient, final float[][] direction) {
    double sum = 0;
    for (int channel = 0; channel < 3; channel++) {
      final float[] plane = gradient.plane(channel);
      for (int i = 0; i < plane.length; i++) {
        sum += (double) plane[i] * direction[channel][i];
      }
    }
    return sum;
  }

  @Test
  void theValueIsTheForwardPasss() {
    try (InceptionV1 network =
        SmallNetworks.ofBothSigns(SmallNetworks.narrowTable(FrameworkConventions.CAFFE))) {
      final Picture picture = picture();
      final Activations answers = network.run(picture, List.of("mixed4b", Architecture.LOGITS));
      final FeatureMap map = answers.map("mixed4b");

      assertThat(Gradients.of(network, picture, Objective.logit(3)).value())
          .isCloseTo(answers.logits()[3], Percentage.withPercentage(1e-3));
      assertThat(Gradients.of(network, picture, Objective.neuron("mixed4b", 3, 2, 1)).value())
          .isCloseTo(map.channel(3)[map.geometry().x().size() + 2], within(1e-3));
    }
  }

  /** The pre-ReLU value of the first convolution is linear: its gradient is the kernel. */
  @Test
  void theFirstConvolutionsGradientIsItsKernelInRgbOrder() {
    final Architecture architecture = SmallNetworks.narrowTable(FrameworkConventions.CAFFE);
    final Weights weights = SmallNetworks.weightsOfBothSigns(architecture);
    try (InceptionV1 network = new InceptionV1(SmallNetworks.engine(), architecture, weights)) {
      final MapStack gradient =
          Gradients.of(network, picture(), Objective.neuron("conv2d0_pre_relu", 2, 10, 8)).pixels();
      final float[] kernel = weights.tensors().get(architecture.tensors().get(0));

      for (int rgb = 0; rgb < 3; rgb++) {
        for (int i = 0; i < 49; i++) {
          final int pixel = (8 * 2 - 3 + i / 7) * WIDTH + 10 * 2 - 3 + i % 7;
          assertThat(gradient.plane(rgb)[pixel])
              .isCloseTo(kernel[(2 * 3 + 2 - rgb) * 49 + i], within(1e-6f));
        }
      }
    }
  }

  @Test
  void gradientsAtOnceQueue() throws Exception {
    final ExecutorService threads = Executors.newFixedThreadPool(3);
    try (InceptionV1 network =
        SmallNetworks.ofBothSigns(SmallNetworks.narrowTable(FrameworkConventions.CAFFE))) {
      final Callable<Gradients.PixelGradient> gradient =
          () -> Gradients.of(network, picture(), Objective.logit(1));
      final float[] expected = gradient.call().pixels().plane(1);
      for (final Future<Gradients.PixelGradient> answer :
          threads.invokeAll(List.of(gradient, gradient, gradient, gradient, gradient))) {
        assertThat(answer.get().pixels().plane(1)).isEqualTo(expected);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void smallPicturesAndUnknownLayersAreRefusedInOneSentence() {
    try (InceptionV1 network =
        SmallNetworks.ofBothSigns(SmallNetworks.narrowTable(FrameworkConventions.CAFFE))) {
      assertThatThrownBy(
              () -> Gradients.of(network, SmallNetworks.picture(20, 20), Objective.logit(0)))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("mixed5b needs at least 31 x 31");
      assertThatThrownBy(
              () -> Gradients.of(network, picture(), Objective.neuron("mixed9", 0, 0, 0)))
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith("layer is \"mixed9\"");
    }
  }
}
