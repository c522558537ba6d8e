package io.github.inceptionlens.visualization.parameterization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.ParameterGradient;
import io.github.inceptionlens.network.gradient.ReluRule;
import io.github.inceptionlens.visualization.feature.PictureRenderer;
import io.github.inceptionlens.visualization.objective.Penalties;
import io.github.inceptionlens.visualization.objective.Transparency;
import io.github.inceptionlens.visualization.transform.Transforms;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ParameterizationTest {

  private static final int WIDTH = 33;
  private static final int HEIGHT = 32;

  private static InceptionV1 linear;

  @BeforeAll
  static void build() {
    linear = SmallNetworks.linear();
  }

  @AfterAll
  static void close() {
    linear.close();
  }

  private static PictureRenderer renderer(final NDManager manager, final Parameterization kind) {
    final PictureFormat format = new PictureFormat(WIDTH, HEIGHT, kind.planes(), 1, 2);
    final ImageParameters image =
        kind.create(manager, format, List.of(new SplittableRandom(1), new SplittableRandom(2)));
    image.parameters().forEach(ParameterizationTest::rouse);
    return new PictureRenderer(manager, image, Transforms.STANDARD, new SplittableRandom(3));
  }

  /** Parameters that are silent at the start would hide those below them. */
  private static void rouse(final NDArray parameter) {
    final float[] values = parameter.toFloatArray();
    boolean silent = true;
    for (final float value : values) {
      silent &= value == 0;
    }
    if (silent) {
      final Random random = new Random(values.length);
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (0.3 * random.nextGaussian());
      }
      parameter.set(values);
    }
  }

  /** Through parameters, colors, transforms and what an objective reads of the picture itself. */
  @ParameterizedTest
  @MethodSource("io.github.inceptionlens.visualization.parameterization.Parameterization#all")
  void gradientsAreFiniteDifferences(final Parameterization kind) {
    final Objective neuron = Objective.neuron("conv2d0", 1, 9, 8).plus(Penalties.l2(0.2).times(3));
    final Objective objective = kind.planes() > 3 ? Transparency.rewarding(neuron) : neuron;
    try (NDManager manager = linear.newManager()) {
      final PictureRenderer renderer = renderer(manager, kind);
      renderer.draw(0);
      final ParameterGradient pull =
          ParameterGradient.of(
              linear, renderer.parameters(), renderer::moved, GradientRequest.pixels(objective));
      for (int i = 0; i < renderer.parameters().size(); i++) {
        assertSlope(renderer, objective, i, pull.gradients().get(i).toFloatArray());
      }
    }
  }

  private static void assertSlope(
      final PictureRenderer renderer,
      final Objective objective,
      final int index,
      final float[] gradient) {
    final NDArray parameter = renderer.parameters().get(index);
    final float[] start = parameter.toFloatArray();
    final float[] direction = direction(gradient);
    final double step = 0.01;
    final double ahead = value(renderer, objective, parameter, start, direction, step);
    final double behind = value(renderer, objective, parameter, start, direction, -step);
    value(renderer, objective, parameter, start, direction, 0);
    double slope = 0;
    for (int i = 0; i < gradient.length; i++) {
      slope += (double) gradient[i] * direction[i];
    }
    assertThat(slope).isPositive();
    assertThat((ahead - behind) / (2 * step))
        .as("parameters %d", index)
        .isCloseTo(slope, Percentage.withPercentage(1));
  }

  /** The gradient with every entry weighed at random, of length 1. */
  private static float[] direction(final float[] gradient) {
    final Random random = new Random(5);
    final float[] direction = new float[gradient.length];
    double square = 0;
    for (int i = 0; i < gradient.length; i++) {
      direction[i] = random.nextFloat() * gradient[i];
      square += direction[i] * direction[i];
    }
    for (int i = 0; i < gradient.length; i++) {
      direction[i] /= (float) Math.sqrt(square);
    }
    return direction;
  }

  private static double value(
      final PictureRenderer renderer,
      final Objective objective,
      final NDArray parameter,
      final float[] start,
      final float[] direction,
      final double step) {
    final float[] values = new float[start.length];
    for (int i = 0; i < start.length; i++) {
      values[i] = (float) (start[i] + step * direction[i]);
    }
    parameter.set(values);
    double sum = 0;
    for (final float one :
        ParameterGradient.values(linear, renderer.parameters(), renderer::moved, objective)) {
      sum += one;
    }
    return sum;
  }

  /** The rule's walk and the engine's agree where the network has no rectifier. */
  @Test
  void aRulesGradientReachesTheParametersToo() {
    final Objective objective =
        Objective.neuron("conv2d0", 1, 9, 8).plus(Penalties.totalVariation().times(-0.1));
    try (NDManager manager = linear.newManager()) {
      final PictureRenderer renderer = renderer(manager, Parameterization.FOURIER);
      renderer.draw(0);
      final float[] exact = gradient(renderer, objective, ReluRule.EXACT);
      final float[] byRule = gradient(renderer, objective, ReluRule.REDIRECTED);
      float largest = 0;
      float off = 0;
      for (int i = 0; i < exact.length; i++) {
        largest = Math.max(largest, Math.abs(exact[i]));
        off = Math.max(off, Math.abs(exact[i] - byRule[i]));
      }
      assertThat(off).isLessThan(1e-4f * largest);
    }
  }

  private static float[] gradient(
      final PictureRenderer renderer, final Objective objective, final ReluRule rule) {
    return ParameterGradient.of(
            linear, renderer.parameters(), renderer::moved, GradientRequest.pixels(objective, rule))
        .gradients()
        .get(0)
        .toFloatArray();
  }

  private static List<Parameterization> withinReachOfAll() {
    return Parameterization.all().stream()
        .filter(kind -> kind != Parameterization.CPPN && !kind.hasSpectrum())
        .toList();
  }

  @Test
  void aCppnCannotBeStartedWithAPicture() {
    try (NDManager manager = linear.newManager()) {
      final PictureRenderer renderer = renderer(manager, Parameterization.CPPN);
      final Picture noise = SmallNetworks.noise(WIDTH, HEIGHT, 4);
      assertThatThrownBy(() -> renderer.start(noise))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("cppn, which cannot begin with a picture: choose fourier");
    }
  }

  @ParameterizedTest
  @MethodSource("withinReachOfAll")
  void aPictureCanBeStartedWith(final Parameterization kind) {
    final Picture noise = SmallNetworks.noise(WIDTH, HEIGHT, 4);
    final List<float[]> planes = new ArrayList<>();
    for (int channel = 0; channel < 3; channel++) {
      final float[] plane = noise.plane(channel).clone();
      for (int i = 0; i < plane.length; i++) {
        plane[i] = 3 + plane[i] * 0.97f;
      }
      planes.add(plane);
    }
    try (NDManager manager = linear.newManager()) {
      final PictureRenderer renderer = renderer(manager, kind);
      renderer.start(new Picture(WIDTH, HEIGHT, planes));
      for (final Picture picture : renderer.pictures()) {
        for (int channel = 0; channel < 3; channel++) {
          for (int i = 0; i < WIDTH * HEIGHT; i++) {
            final float off = picture.plane(channel)[i] - planes.get(channel)[i];
            assertThat(Math.abs(off)).isLessThan(0.05f);
          }
        }
      }
    }
  }

  @Test
  void anUnknownNameIsRefused() {
    assertThatThrownBy(() -> Parameterization.named("wavelet"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "parameterization is \"wavelet\", expected one of: fourier, pixel, pyramid, shared,"
                + " alpha, cppn, maco");
  }
}
