package io.github.inceptionlens.network.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.inceptionlens.core.FloatPlanes;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.architecture.Preprocessing;
import io.github.inceptionlens.network.engine.PictureTensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine starts on the test's thread; derivatives are checked on another one. */
final class GradientRulesTest {

  private static final int SIZE = 48;
  private static final Objective LOGIT = Objective.logit(3);

  private static InceptionV1 network;
  private static Picture picture;

  @BeforeAll
  static void build() {
    network = SmallNetworks.narrow(FrameworkConventions.TENSORFLOW);
    picture = SmallNetworks.noise(SIZE, SIZE, 1);
  }

  @AfterAll
  static void close() {
    network.close();
  }

  @Test
  void pixelGradientsAreFiniteDifferences() {
    elsewhere(
        () -> {
          final Gradient gradient = gradient(GradientRequest.pixels(LOGIT), picture);
          checkSlope(
              gradient.pixels(), picture, 0.05, moved -> network.values(List.of(moved), LOGIT)[0]);
        });
  }

  @Test
  void layerGradientsAreFiniteDifferencesAtManyLayersInOnePass() {
    final List<String> layers = List.of("conv2d0", "maxpool0", "conv2d2", "mixed3a", "mixed5b");
    elsewhere(
        () -> {
          final Gradient gradient = gradient(GradientRequest.layers(LOGIT, layers), picture);
          assertThat(gradient.layers()).containsOnlyKeys(layers);
          assertThat(gradient.pixels()).isNull();
          for (final String layer : layers) {
            final Gradient.AtLayer at = gradient.layers().get(layer);
            final FeatureMap map = at.activation();
            checkSlope(
                at.gradient().maps(),
                map.maps(),
                5e-4 * maximum(map.maps()),
                moved ->
                    network.runOn(
                            new FeatureMap(map.layer(), map.geometry(), moved),
                            List.of(Architecture.LOGITS))
                        .logits()[3]);
          }
        });
  }

  @Test
  void aProbeChangesNothing() {
    final Gradient plain = gradient(GradientRequest.pixels(LOGIT), picture);
    final Gradient probed =
        gradient(
            new GradientRequest(LOGIT, ReluRule.EXACT, true, List.of("mixed3a", "mixed4c")),
            picture);
    assertThat(probed.value()).isEqualTo(plain.value());
    assertThat(all(probed.pixels())).isEqualTo(all(plain.pixels()));
    assertThat(all(probed.layers().get("mixed4c").activation().maps()))
        .isEqualTo(all(network.run(picture, List.of("mixed4c")).map("mixed4c").maps()));
  }

  @Test
  void picturesOfABatchDoNotMixAndMayHaveTheirOwnObjectives() {
    final Picture other = SmallNetworks.noise(SIZE, SIZE, 2);
    final Objective channel = Objective.channel("mixed4c", 2);
    final List<Gradient> batch =
        Gradients.of(
            network,
            List.of(picture, other),
            GradientRequest.pixels(Objective.each(List.of(LOGIT, channel))));
    checkClose(batch.get(0).pixels(), gradient(GradientRequest.pixels(LOGIT), picture).pixels());
    checkClose(batch.get(1).pixels(), gradient(GradientRequest.pixels(channel), other).pixels());
  }

  @Test
  void theWalkBackwardsAgreesWithTheEngine() {
    final List<String> layers = List.of("conv2d0", "mixed3a", "mixed4c_5x5");
    final Objective mixed = LOGIT.plus(Objective.energy("mixed4b").times(1e-3));
    final GradientRequest request = new GradientRequest(mixed, ReluRule.EXACT, true, layers);
    final Gradient engine = gradient(request, picture);
    try (NDManager scope = network.engine().newManager();
        var collector = network.engine().newGradientCollector()) {
      final NDArray input =
          PictureTensors.input(scope, picture, network.architecture().preprocessing());
      final Derivatives walked = RuleBackward.run(network, input, request, collector);
      assertThat(walked.values().getFloat()).isCloseTo((float) engine.value(), within(1e-4f));
      for (final String layer : layers) {
        checkClose(
            PictureTensors.planes(walked.gradients().get(layer)),
            engine.layers().get(layer).gradient().maps());
      }
      checkClose(PictureTensors.planes(walked.input()), bgr(engine.pixels()));
    }
  }

  /** Redirected, too, follows the exact rule wherever some gradient is left. */
  @ParameterizedTest
  @EnumSource(ReluRule.class)
  void everyRuleIsExactWhereAllGradientsArePositive(final ReluRule rule) {
    try (InceptionV1 positive = SmallNetworks.positive()) {
      final Picture bright = SmallNetworks.picture(16, 16, (column, row) -> 200 + column + 2 * row);
      final Objective logit = Objective.logit(0);
      final var exact = Gradients.of(positive, bright, logit).pixels();
      final var ruled =
          Gradients.of(positive, List.of(bright), GradientRequest.pixels(logit, rule)).get(0);
      assertThat(maximum(exact)).isPositive();
      checkClose(ruled.pixels(), exact);
    }
  }

  @Test
  void rulesDecideByTheSignsOfInputAndGradient() {
    try (NDManager scope = network.engine().newManager()) {
      final NDArray input = column(scope, -1, -1, 0, 2, 2);
      final NDArray gradient = column(scope, -3, 3, 3, -3, 3);
      assertThat(pull(ReluRule.EXACT, input, gradient)).containsExactly(0, 0, 0, -3, 3);
      assertThat(pull(ReluRule.GUIDED, input, gradient)).containsExactly(0, 0, 0, 0, 3);
      assertThat(pull(ReluRule.DECONVNET, input, gradient)).containsExactly(0, 3, 3, 0, 3);
      assertThat(pull(ReluRule.REDIRECTED, input, gradient)).containsExactly(0, 0, 3, -3, 3);
      final NDArray dead = column(scope, -1, -1, -2, -1, -1);
      assertThat(pull(ReluRule.REDIRECTED, dead, gradient)).containsExactly(0, 3, 3, 0, 3);
    }
  }

  @Test
  void redirectionIsDecidedPictureByPicture() {
    try (NDManager scope = network.engine().newManager()) {
      final NDArray input = column(scope, -1, 1, -1, -1).reshape(2, 2, 1, 1);
      final NDArray gradient = column(scope, 5, 6, 7, -8).reshape(2, 2, 1, 1);
      assertThat(pull(ReluRule.REDIRECTED, input, gradient)).containsExactly(0, 6, 7, 0);
    }
  }

  @Test
  void nativePicturesAreDifferentiatedByTheSameRules() {
    try (NDManager scope = network.engine().newManager()) {
      final NDArray input =
          PictureTensors.input(scope, picture, network.architecture().preprocessing());
      final NDArray gradient =
          Gradients.atInput(network, input, GradientRequest.pixels(LOGIT, ReluRule.GUIDED));
      final Gradient expected = gradient(GradientRequest.pixels(LOGIT, ReluRule.GUIDED), picture);
      checkClose(PictureTensors.planes(gradient), bgr(expected.pixels()));
      assertThat(input.hasGradient()).isFalse();
    }
  }

  @Test
  void aLayerAboveTheTargetIsRefused() {
    final GradientRequest request =
        GradientRequest.layers(Objective.channel("mixed4c", 1), List.of("mixed5b"));
    assertThatThrownBy(() -> gradient(request, picture))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("mixed5b")
        .hasMessageContaining("choose a lower layer");
  }

  @Test
  void gradientsFromSeveralThreadsQueue() {
    final var expected = gradient(GradientRequest.pixels(LOGIT), picture).pixels();
    final List<CompletableFuture<Gradient>> works =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> gradient(GradientRequest.pixels(LOGIT), picture)))
            .toList();
    works.forEach(work -> checkClose(work.join().pixels(), expected));
  }

  private static Gradient gradient(final GradientRequest request, final Picture on) {
    return Gradients.of(network, List.of(on), request).get(0);
  }

  private static NDArray column(final NDManager scope, final float... values) {
    return scope.create(values).reshape(1, values.length, 1, 1);
  }

  private static float[] pull(final ReluRule rule, final NDArray input, final NDArray gradient) {
    return rule.pull(input, gradient).add(0).toFloatArray();
  }

  private static void elsewhere(final Runnable work) {
    CompletableFuture.runAsync(work, task -> new Thread(task).start()).join();
  }

  @FunctionalInterface
  private interface Value<P extends FloatPlanes<P>> {
    double of(P planes);
  }

  /**
   * Compares the derivative along the gradient with central differences. Zeros stay: where several
   * silent units meet in a pool, a step to either side has another winner. (Copies of one value
   * that a pool made meet in the next pool likewise, which rules out the small layers of mixed4.)
   */
  private static <P extends FloatPlanes<P>> void checkSlope(
      final FloatPlanes<?> gradient, final P at, final double step, final Value<P> value) {
    final float[] slopes = all(gradient);
    final double largest = maximum(gradient);
    assertThat(largest).isPositive();
    final Random random = new Random(3);
    final double[] direction = new double[slopes.length];
    double expected = 0;
    final float[] start = all(at);
    for (int i = 0; i < slopes.length; i++) {
      final double part = slopes[i] / largest + 0.1 * random.nextGaussian();
      direction[i] = start[i] == 0 ? 0 : part * step / 10;
      expected += direction[i] * slopes[i];
    }
    final double up = value.of(moved(at, direction, 1));
    final double down = value.of(moved(at, direction, -1));
    assertThat((up - down) / 2).isCloseTo(expected, within(1e-2 * Math.abs(expected)));
  }

  private static <P extends FloatPlanes<P>> P moved(
      final P planes, final double[] by, final double sign) {
    final int size = (int) (planes.dimension(0) * planes.dimension(1));
    final List<float[]> result = new ArrayList<>();
    for (int channel = 0; channel < planes.dimension(2); channel++) {
      final float[] plane = planes.plane(channel).clone();
      for (int i = 0; i < size; i++) {
        plane[i] += (float) (sign * by[channel * size + i]);
      }
      result.add(plane);
    }
    return planes.withPlanes(result);
  }

  private static void checkClose(final FloatPlanes<?> actual, final FloatPlanes<?> expected) {
    assertThat(all(actual))
        .usingComparatorWithPrecision((float) (1e-4 * maximum(expected)))
        .containsExactly(all(expected));
  }

  private static MapStack bgr(final MapStack rgb) {
    final Preprocessing preprocessing = network.architecture().preprocessing();
    return new MapStack(
        SIZE,
        SIZE,
        IntStream.range(0, 3)
            .mapToObj(channel -> rgb.plane(preprocessing.source(channel)))
            .toList());
  }

  private static float[] all(final FloatPlanes<?> planes) {
    final int size = (int) (planes.dimension(0) * planes.dimension(1));
    final float[] all = new float[size * planes.planes()];
    for (int channel = 0; channel < planes.dimension(2); channel++) {
      System.arraycopy(planes.plane(channel), 0, all, channel * size, size);
    }
    return all;
  }

  private static double maximum(final FloatPlanes<?> planes) {
    double maximum = 0;
    for (final float value : all(planes)) {
      maximum = Math.max(maximum, Math.abs(value));
    }
    return maximum;
  }
}
