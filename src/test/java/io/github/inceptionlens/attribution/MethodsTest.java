package io.github.inceptionlens.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.attribution.gradient.PlainGradient;
import io.github.inceptionlens.attribution.path.ExpectedGradients;
import io.github.inceptionlens.attribution.perturbation.Occlusion;
import io.github.inceptionlens.attribution.perturbation.Rise;
import io.github.inceptionlens.core.FloatPlanes;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.plugin.PluginService;

final class MethodsTest {

  private static final int SIDE = 32;
  private static final Picture PICTURE = SmallNetworks.noise(SIDE, SIDE, 1);
  private static final Baseline PICTURES =
      new Baseline.Given(
          "pictures",
          IntStream.range(0, 8).mapToObj(i -> SmallNetworks.noise(SIDE, SIDE, 10 + i)).toList());
  private static final AttributionRequest LOGIT =
      AttributionRequest.of("class:1").steps(8).noise(4, 0.1).window(8, 4);

  private static InceptionV1 linear;
  private static InceptionV1 narrow;

  @BeforeAll
  static void build() {
    linear = SmallNetworks.linear();
    narrow = SmallNetworks.narrow(FrameworkConventions.TENSORFLOW);
  }

  @AfterAll
  static void close() {
    linear.close();
    narrow.close();
  }

  static List<AttributionMethod> methods() {
    return AttributionMethods.all();
  }

  private static Attribution run(
      final InceptionV1 network, final String method, final AttributionRequest request) {
    return AttributionMethods.named(method).attribute(network, PICTURE, request, Progress.NONE);
  }

  private static AttributionRequest fitting(final AttributionMethod method) {
    return method instanceof ExpectedGradients ? LOGIT.baseline(PICTURES) : LOGIT;
  }

  private static void checkClose(
      final FloatPlanes<?> actual, final FloatPlanes<?> expected, final double part) {
    final float[] range = PlaneArithmetic.range(expected);
    final double tolerance = part * Math.max(Math.abs(range[0]), Math.abs(range[1]));
    assertThat(tolerance).isPositive();
    for (int channel = 0; channel < expected.dimension(2); channel++) {
      assertThat(actual.arrays()[channel])
          .usingComparatorWithPrecision((float) tolerance)
          .containsExactly(expected.arrays()[channel]);
    }
  }

  @Test
  void onALinearNetworkAllWaysFromABaselineAgree() {
    final Attribution product = run(linear, "Gradient x Input", LOGIT);
    final Attribution integrated = run(linear, "Integrated Gradients", LOGIT);
    checkClose(integrated.map().values(), product.map().values(), 1e-4);
    assertThat(integrated.completeness().orElseThrow().gap()).isCloseTo(0, within(1e-4));
    final Baseline blacks =
        new Baseline.Given(
            "blacks",
            IntStream.range(0, 8)
                .mapToObj(i -> PlaneArithmetic.map(PICTURE, (channel, index) -> 0))
                .toList());
    checkClose(
        run(linear, "Expected Gradients", LOGIT.baseline(blacks)).map().values(),
        product.map().values(),
        1e-4);
  }

  @Test
  void onALinearNetworkOccludingSinglePixelsIsGradientTimesInput() {
    final var small = SmallNetworks.noise(12, 9, 3);
    final var product = attribution(linear, "Gradient x Input", small);
    final float[] losses =
        new Occlusion()
            .attribute(linear, small, LOGIT.window(1, 1), Progress.NONE)
            .map()
            .values()
            .arrays()[0];
    assertThat(losses)
        .usingComparatorWithPrecision(1e-3f)
        .containsExactly(ColorReduction.SUM.of(product, Sign.SIGNED));
  }

  @Test
  void attributionsOnTheWayFromABaselineAddUpToTheChange() {
    for (final Baseline baseline : Baseline.Plain.values()) {
      assertThat(gap(linear, "Integrated Gradients", LOGIT.baseline(baseline)))
          .as(baseline.label())
          .isCloseTo(0, within(1e-4));
    }
    assertThat(gap(linear, "Blur Integrated Gradients", LOGIT)).isCloseTo(0, within(1e-4));
    assertThat(gap(linear, "Expected Gradients", LOGIT.baseline(PICTURES)))
        .isCloseTo(0, within(1e-4));
    final AttributionRequest fine = LOGIT.steps(384);
    assertThat(gap(narrow, "Integrated Gradients", fine)).isCloseTo(0, within(0.05));
    assertThat(gap(narrow, "Blur Integrated Gradients", fine)).isCloseTo(0, within(0.05));
  }

  private static double gap(
      final InceptionV1 network, final String method, final AttributionRequest request) {
    return run(network, method, request).completeness().orElseThrow().gap();
  }

  @Test
  void withoutNoiseSmoothGradIsTheGradientAndVaries() {
    final var gradient = run(narrow, "Gradient", LOGIT).map().values();
    final AttributionRequest silent = LOGIT.noise(3, 0);
    checkClose(run(narrow, "SmoothGrad", silent).map().values(), gradient, 1e-4);
    final float[] variance = PlaneArithmetic.range(run(narrow, "VarGrad", silent).map().values());
    assertThat(variance[1])
        .isLessThan((float) (1e-6 * Math.pow(PlaneArithmetic.range(gradient)[1], 2)))
        .isNotNegative();
  }

  @Test
  void theMeanSquareIsTheVarianceAndTheSquaredMean() {
    final float[] mean = run(narrow, "SmoothGrad", LOGIT).map().values().arrays()[1];
    final float[] variance = run(narrow, "VarGrad", LOGIT).map().values().arrays()[1];
    final float[] square = run(narrow, "SmoothGrad-Squared", LOGIT).map().values().arrays()[1];
    for (int i = 0; i < mean.length; i++) {
      assertThat(square[i])
          .isCloseTo(variance[i] + mean[i] * mean[i], within(1e-4f * square[i] + 1e-12f));
    }
  }

  @Test
  void theSeedDecidesTheNoise() {
    final var first = run(narrow, "SmoothGrad", LOGIT).map().values().arrays()[0];
    assertThat(run(narrow, "SmoothGrad", LOGIT).map().values().arrays()[0]).containsExactly(first);
    assertThat(run(narrow, "SmoothGrad", LOGIT.seed(1)).map().values().arrays()[0])
        .isNotEqualTo(first);
  }

  @Test
  void guidedRulesAreExactWhereAllGradientsArePositive() {
    try (InceptionV1 positive = SmallNetworks.positive()) {
      final Picture bright = PlaneArithmetic.map(PICTURE, (channel, i) -> 200 + i % 7);
      final var gradient = attribution(positive, "Gradient", bright);
      checkClose(attribution(positive, "Guided Backpropagation", bright), gradient, 1e-5);
      checkClose(attribution(positive, "DeconvNet", bright), gradient, 1e-5);
    }
  }

  private static MapStack attribution(
      final InceptionV1 network, final String method, final Picture picture) {
    return AttributionMethods.named(method)
        .attribute(network, picture, LOGIT, Progress.NONE)
        .map()
        .values();
  }

  @Test
  void aUnitIsAttributedBelowItsLayerAndWithinItsReceptiveField() {
    final Attribution cam =
        run(narrow, "HiResCAM", AttributionRequest.of("mixed4c:3 - 0.5*mixed4d:1"));
    assertThat(((AttributionMap.OfLayer) cam.map()).layer().name()).isEqualTo("mixed4b");
    final Attribution pixels = run(narrow, "Gradient", AttributionRequest.of("conv2d0:1@3,2"));
    final float[] map = ColorReduction.MAX.of(pixels.map().values(), Sign.ABSOLUTE);
    for (int i = 0; i < map.length; i++) {
      final int column = i % SIDE;
      final int row = i / SIDE;
      if (column < 4 || column > 10 || row < 2 || row > 8) {
        assertThat(map[i]).isZero();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void everyMethodSaysHowManyPassesItMakes(final AttributionMethod method) {
    final AttributionRequest request =
        AttributionRequest.of("top")
            .steps(3)
            .noise(2, 0.1)
            .window(16, 8)
            .baseline(method instanceof ExpectedGradients ? PICTURES : Baseline.Plain.MEAN);
    final List<Double> fractions = new ArrayList<>();
    final Attribution result =
        method.attribute(narrow, PICTURE, request, (fraction, what) -> fractions.add(fraction));
    assertThat(result.provenance().entries())
        .containsEntry("passes", String.valueOf(method.passes(request, SIDE, SIDE)))
        .containsEntry("method", method.name())
        .containsEntry("target", result.target().toString());
    assertThat(result.target().needsTop()).isFalse();
    assertThat(fractions).isSorted().isNotEmpty().allMatch(part -> part >= 0 && part < 1);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void everyMethodSaysWhenTheTargetDoesNotDependOnThePicture(final AttributionMethod method) {
    try (InceptionV1 silent = SmallNetworks.silent();
        InceptionV1 constant = SmallNetworks.constant()) {
      for (final InceptionV1 network : List.of(silent, constant)) {
        final Attribution result =
            method.attribute(network, PICTURE, fitting(method), Progress.NONE);
        assertThat(result.warning())
            .hasValueSatisfying(
                warning ->
                    assertThat(warning)
                        .containsAnyOf("does not depend on the image", "zero everywhere"));
        if (!(method instanceof Rise)) { // is flat then, at the answer that never changes
          assertThat(PlaneArithmetic.range(result.map().values())).containsExactly(0, 0);
        }
        result.completeness().ifPresent(sum -> assertThat(sum.gap()).isZero());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void everyMethodStopsWhenAsked(final AttributionMethod method) {
    assertThatThrownBy(
            () ->
                method.attribute(
                    narrow,
                    PICTURE,
                    fitting(method),
                    (fraction, what) -> {
                      throw new CancellationException(what);
                    }))
        .isInstanceOf(CancellationException.class)
        .hasMessageContaining(method.name());
  }

  @Test
  void aContextFindsTheMethodsOfTheList() {
    try (Context context = new Context(PluginService.class)) {
      assertThat(
              context.service(PluginService.class).createInstancesOfType(AttributionMethod.class))
          .extracting(AttributionMethod::name)
          .containsExactlyInAnyOrderElementsOf(
              methods().stream().map(AttributionMethod::name).toList());
    }
  }

  @Test
  void badRequestsAreRefusedInOneSentence() {
    check(() -> LOGIT.steps(0), "steps is 0, expected 1 to 10000");
    check(() -> LOGIT.samples(-1), "samples is -1, expected 1 to 10000");
    check(() -> LOGIT.noise(1, Double.NaN), "noise is NaN, expected 0 to 1");
    check(() -> LOGIT.window(8, 9), "stride is 9, expected 1 to 8");
    check(() -> AttributionMethods.named("Gard-CAM"), "method is \"Gard-CAM\", expected one of");
    check(() -> Baseline.named("gray"), "baseline is \"gray\", expected one of: black, white");
    check(() -> run(narrow, "Expected Gradients", LOGIT), "needs at least 8");
    check(
        () -> run(narrow, "Integrated Gradients", LOGIT.baseline(PICTURES)),
        "holds 8 pictures, but this method takes one");
    check(() -> run(narrow, "Grad-CAM", LOGIT.layer("mixed9")), "layer is \"mixed9\"");
    check(
        () -> run(narrow, "Grad-CAM", AttributionRequest.of("mixed4c:1").layer("mixed5a")),
        "choose a lower layer");
    final Baseline small = new Baseline.Given("small", List.of(SmallNetworks.noise(8, 9, 1)));
    check(
        () -> run(narrow, "Integrated Gradients", LOGIT.baseline(small)),
        "has 8 x 9 pixels, but the picture has 32 x 32");
    final var broken = PlaneArithmetic.map(PICTURE, (channel, i) -> Double.NaN);
    check(() -> new PlainGradient().attribute(narrow, broken, LOGIT, Progress.NONE), "not finite");
  }

  private static void check(final Runnable request, final String sentence) {
    assertThatThrownBy(request::run).isInstanceOf(UserError.class).hasMessageContaining(sentence);
  }

  @Test
  void colorsAreSummedUpAsAsked() {
    final MapStack values =
        PlaneArithmetic.maps(
            SmallNetworks.noise(1, 1, 1), (channel, i) -> new double[] {3, -4, 0}[channel]);
    assertThat(ColorReduction.SUM.of(values, Sign.ABSOLUTE)).containsExactly(7);
    assertThat(ColorReduction.SUM.of(values, Sign.SIGNED)).containsExactly(-1);
    assertThat(ColorReduction.SUM.of(values, Sign.POSITIVE)).containsExactly(0);
    assertThat(ColorReduction.MAX.of(values, Sign.ABSOLUTE)).containsExactly(4);
    assertThat(ColorReduction.MAX.of(values, Sign.SIGNED)).containsExactly(-4);
    assertThat(ColorReduction.L2.of(values, Sign.ABSOLUTE)).containsExactly(5);
    assertThat(ColorReduction.L2.of(values, Sign.SIGNED)).containsExactly(-5);
    assertThat(Sign.of("Positive")).isEqualTo(Sign.POSITIVE);
    assertThat(ColorReduction.of("L2")).isEqualTo(ColorReduction.L2);
  }
}
