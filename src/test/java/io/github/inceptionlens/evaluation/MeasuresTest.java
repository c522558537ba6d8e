package io.github.inceptionlens.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.attribution.AttributionMethods;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.MapReduction;
import io.github.inceptionlens.attribution.PlaneArithmetic;
import io.github.inceptionlens.attribution.Sign;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.evaluation.measure.ControlMaps;
import io.github.inceptionlens.evaluation.measure.RankCorrelation;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.edit.RandomizedParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The measures on small networks whose answers can be worked out. */
final class MeasuresTest {

  private static final int SIDE = 16;
  private static final Picture PICTURE = SmallNetworks.noise(SIDE, SIDE, 1);

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

  private static MapUnderTest subject(
      final InceptionV1 network, final Picture picture, final String method, final String target) {
    return MapUnderTest.of(
        network,
        picture,
        AttributionMethods.named(method),
        AttributionRequest.of(target),
        MapReduction.of("sum", "signed"),
        Progress.NONE);
  }

  private static double[] deletion(final MapUnderTest subject, final float[] map) {
    return InsertionDeletion.deletion(subject)
        .curve(RankCorrelation.of(map), Progress.NONE)
        .orElseThrow()
        .scores();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Gradient", "Gradient x Input", "Integrated Gradients", "Occlusion"})
  void whatIsExactOnALinearNetworkHasNoInfidelity(final String method) {
    final MapUnderTest subject = subject(linear, PICTURE, method, "class:1");
    final Figure part = SaliencyMeasure.INFIDELITY.of(subject, Progress.NONE).figures().get(1);
    if (method.equals("Occlusion")) {
      assertThat(part.value()).isBetween(1e-4, 1.0);
    } else {
      assertThat(part.value()).isCloseTo(0, within(1e-6));
    }
    assertThat(part.random()).isBetween(1e-3, 1.0);
    assertThat(part.sobel()).isBetween(1e-3, 1.0);
  }

  @Test
  void onALinearNetworkTheDeletionCurveIsTheSumOfWhatIsLeft() {
    final MapUnderTest subject = subject(linear, PICTURE, "Gradient", "conv2d0:2");
    final float[][] slopes = subject.attribution().map().values().arrays();
    final float[][] from = PICTURE.arrays();
    final float[][] to = subject.meanColor().arrays();
    final float[] map = subject.plane();
    final int[] order = RankCorrelation.of(map).descending();
    final double[] scores = deletion(subject, map);
    double left = subject.attribution().value();
    assertThat(scores).hasSize(SIDE + 1);
    for (int i = 0; i < order.length; i++) {
      if (i % SIDE == 0) {
        assertThat(scores[i / SIDE]).isCloseTo(left, within(1e-3));
      }
      for (int channel = 0; channel < 3; channel++) {
        left -= slopes[channel][order[i]] * (from[channel][order[i]] - to[channel][order[i]]);
      }
    }
    assertThat(scores[SIDE]).isCloseTo(left, within(1e-3));
  }

  @Test
  void theTrueOrderBeatsAHundredRandomOrders() {
    try (InceptionV1 positive = SmallNetworks.positive()) {
      final Picture bright =
          PlaneArithmetic.map(PICTURE, (channel, i) -> 130 + PICTURE.arrays()[channel][i] / 3);
      final MapUnderTest subject = subject(positive, bright, "Gradient x Input", "conv2d1:1");
      final InsertionDeletion deletion = InsertionDeletion.deletion(subject);
      final InsertionDeletion insertion = InsertionDeletion.insertion(subject);
      final float[] truth = contributions(subject);
      final double best = area(deletion, truth);
      for (int seed = 0; seed < 100; seed++) {
        assertThat(area(deletion, ControlMaps.random(truth.length, seed))).isGreaterThan(best);
      }
      assertThat(area(insertion, gains(subject)))
          .isGreaterThan(area(insertion, ControlMaps.random(truth.length, 0)));
    }
  }

  /** Slope times what deletion takes away, which is positive everywhere. */
  private static float[] contributions(final MapUnderTest subject) {
    return products(subject, subject.meanColor().arrays());
  }

  private static float[] gains(final MapUnderTest subject) {
    return products(subject, InsertionDeletion.blurred(subject).arrays());
  }

  private static float[] products(final MapUnderTest subject, final float[][] without) {
    final float[][] picture = subject.picture().arrays();
    final float[][] slopes =
        AttributionMethods.named("Gradient")
            .attribute(subject.network(), subject.picture(), subject.request(), Progress.NONE)
            .map()
            .values()
            .arrays();
    final float[] products = new float[SIDE * SIDE];
    for (int i = 0; i < products.length; i++) {
      for (int channel = 0; channel < 3; channel++) {
        products[i] += slopes[channel][i] * (picture[channel][i] - without[channel][i]);
      }
    }
    return products;
  }

  private static double area(final InsertionDeletion order, final float[] map) {
    return order.curve(RankCorrelation.of(map), Progress.NONE).orElseThrow().area();
  }

  @Test
  void aConstantNetworksProbabilityIsItsCurvesArea() {
    try (InceptionV1 constant = SmallNetworks.constant()) {
      final MapUnderTest subject = subject(constant, PICTURE, "Gradient", "class:1");
      final Figure figure = SaliencyMeasure.DELETION.of(subject, Progress.NONE).figures().get(0);
      assertThat(figure.value()).isNaN();
      assertThat(figure.random()).isCloseTo(1 / 3.0, within(1e-6));
      assertThat(figure.sobel()).isCloseTo(1 / 3.0, within(1e-6));
    }
  }

  @Test
  void classesAreScoredByProbabilityAndUnitsByValue() {
    final MapUnderTest byClass = subject(narrow, PICTURE, "Gradient", "top");
    final int top = ((Target.ClassIndex) byClass.request().target()).index();
    final double probability =
        narrow.run(PICTURE, List.of(Architecture.PROBABILITIES)).probabilities()[top];
    assertThat(deletion(byClass, byClass.plane())[0]).isCloseTo(probability, within(1e-6));
    final MapUnderTest unit = subject(narrow, PICTURE, "Gradient", "mixed3a:1");
    assertThat(deletion(unit, unit.plane())[0]).isCloseTo(unit.attribution().value(), within(1e-4));
  }

  @Test
  void noConstantMapHasAFigure() {
    try (InceptionV1 silent = SmallNetworks.silent()) {
      final MapUnderTest subject = subject(silent, PICTURE, "Gradient", "conv2d1:1");
      for (final SaliencyMeasure measure : SaliencyMeasure.values()) {
        assertThat(measure.of(subject, Progress.NONE).figures())
            .as(measure.label())
            .extracting(Figure::value)
            .allMatch(value -> Double.isNaN(value));
      }
    }
  }

  @Test
  void theGradientOfALinearNetworkDoesNotMove() {
    final Figure gradient =
        SaliencyMeasure.SENSITIVITY
            .of(subject(linear, PICTURE, "Gradient", "class:1"), Progress.NONE)
            .figures()
            .get(0);
    assertThat(gradient.value()).isCloseTo(0, within(1e-5));
    assertThat(gradient.random()).isZero();
    assertThat(gradient.sobel()).isPositive();
  }

  @Test
  void sensitivityIsTheLargestRelativeMove() {
    // Of gradient x input on black, it is the length of slope x noise over that of the map.
    final MapUnderTest subject = subject(linear, PICTURE, "Gradient x Input", "class:1");
    final double value =
        SaliencyMeasure.SENSITIVITY.of(subject, Progress.NONE).figures().get(0).value();
    final double typical = 0.02 * 255 / Math.sqrt(3) / (255 / Math.sqrt(3));
    assertThat(value).isBetween(0.8 * typical, 1.5 * typical);
  }

  @Test
  void nothingRandomizedIsTheSameNetworkAndMap() {
    final MapUnderTest subject = subject(narrow, PICTURE, "Gradient", "class:1");
    try (InceptionV1 same = narrow.edited(new RandomizedParameters(List.of(), 0))) {
      final RankCorrelation ranks =
          RankCorrelation.of(
              subject.plane(subject.attribution(same, PICTURE, Progress.NONE), Sign.SIGNED));
      assertThat(RankCorrelation.of(subject.plane()).correlation(ranks))
          .isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void theCascadeGoesFromTheClassifierToTheFirstLayer() {
    final MapUnderTest subject = subject(narrow, PICTURE, "Gradient", "class:1");
    final float[] before = narrow.run(PICTURE, List.of("mixed5b")).map("mixed5b").channel(3);
    final List<ModelRandomization.Stage> stages = ModelRandomization.of(subject, Progress.NONE);
    assertThat(stages)
        .extracting(ModelRandomization.Stage::layer)
        .containsExactly(
            "softmax2",
            "mixed5b",
            "mixed5a",
            "mixed4e",
            "mixed4d",
            "mixed4c",
            "mixed4b",
            "mixed4a",
            "mixed3b",
            "mixed3a",
            "conv2d2",
            "conv2d1",
            "conv2d0");
    assertThat(stages.get(12).signed()).isBetween(-0.3, 0.3);
    assertThat(narrow.run(PICTURE, List.of("mixed5b")).map("mixed5b").channel(3))
        .containsExactly(before);
  }

  @Test
  void aUnitsCascadeBeginsAtTheUnit() {
    assertThat(
            ModelRandomization.of(subject(narrow, PICTURE, "Gradient", "conv2d2:1"), Progress.NONE))
        .extracting(ModelRandomization.Stage::layer)
        .containsExactly("conv2d2", "conv2d1", "conv2d0");
  }

  @ParameterizedTest
  @EnumSource
  void everyMeasureReportsAndStopsWhenAsked(final SaliencyMeasure measure) {
    final MapUnderTest subject = subject(narrow, PICTURE, "Gradient", "class:1");
    final List<Double> fractions = new ArrayList<>();
    measure.of(subject, (fraction, what) -> fractions.add(fraction));
    assertThat(fractions).isSorted().isNotEmpty().allMatch(part -> part >= 0 && part < 1);
    assertThatThrownBy(
            () ->
                measure.of(
                    subject,
                    (fraction, what) -> {
                      throw new CancellationException(what);
                    }))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void listsOfMeasuresAreReadOrRefused() {
    assertThat(SaliencyMeasure.parse("all")).containsExactly(SaliencyMeasure.values());
    assertThat(SaliencyMeasure.parse(" Deletion,randomisation , deletion"))
        .containsExactly(SaliencyMeasure.DELETION, SaliencyMeasure.RANDOMIZATION);
    assertThatThrownBy(() -> SaliencyMeasure.parse("insertion, magic"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("an entry of measures is \"magic\", expected one of: insertion");
    assertThatThrownBy(() -> SaliencyMeasure.parse("")).isInstanceOf(UserError.class);
  }
}
