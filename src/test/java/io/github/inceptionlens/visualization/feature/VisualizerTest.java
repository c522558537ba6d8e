package io.github.inceptionlens.visualization.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.network.gradient.Gradients;
import io.github.inceptionlens.network.gradient.ParameterGradient;
import io.github.inceptionlens.visualization.feature.Visualization.Frame;
import io.github.inceptionlens.visualization.parameterization.ImageParameters;
import io.github.inceptionlens.visualization.parameterization.Parameterization;
import io.github.inceptionlens.visualization.parameterization.PictureFormat;
import io.github.inceptionlens.visualization.parameterization.Spectrum;
import io.github.inceptionlens.visualization.transform.RandomCrops;
import io.github.inceptionlens.visualization.transform.Transforms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VisualizerTest {

  private static final VisualizationRequest SHORT =
      VisualizationRequest.STANDARD.size(48).steps(24);

  private static InceptionV1 network;

  @BeforeAll
  static void build() {
    network = SmallNetworks.narrow(FrameworkConventions.CAFFE);
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static Visualization visualize(
      final String objective, final VisualizationRequest request) {
    return Visualizer.visualize(network, objective, request, StepListener.NONE, Progress.NONE);
  }

  private static float[] pixels(final Frame frame) {
    return frame.picture().plane(1);
  }

  @ParameterizedTest
  @MethodSource("io.github.inceptionlens.visualization.parameterization.Parameterization#all")
  void theObjectiveRisesByAWideMarginWithinTheRangeOfPixels(final Parameterization kind) {
    final VisualizationRequest request =
        SHORT.parameterization(kind).rate(kind.usualRate()).steps(48).snapshots(List.of(0));
    final Visualization seen = visualize("mixed3b:3", request);
    final Frame start = seen.frames().get(0);
    final Frame end = seen.results().get(0);

    assertThat(start.step()).isZero();
    assertThat(end.step()).isEqualTo(48);
    assertThat(end.value()).isGreaterThan(start.value() + 2 * Math.abs(start.value()));
    assertThat(end.picture().dimension(2)).isEqualTo(kind.planes());
    for (final float value : pixels(end)) {
      assertThat(value).isBetween(0f, 255f);
    }
    assertThat(seen.courses().get(0)).hasSize(48);
  }

  @Test
  void theValueIsTheOneOnTheAnsweredPicture() {
    final Frame end = visualize("mixed3b:3", SHORT).results().get(0);
    final double value =
        network.values(List.of(end.picture()), Objective.channel("mixed3b_pre_relu", 3))[0];
    assertThat(end.value()).isCloseTo(value, within(1e-4 * Math.abs(value)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inception_3b/output:3",
        "mixed3b:3@1,2",
        "neuron(mixed3b:3)",
        "mixed3b_pre_relu:3"
      })
  void anObjectiveOfOneUnitIsThatUnitBeforeItsRectifier(final String objective) {
    assertThat(Visualizer.unit(network, objective)).isEqualTo(new Unit("mixed3b_pre_relu", 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mixed3b",
        "-mixed3b:3",
        "mixed3b:3 - 0.25*tv()",
        "class:1",
        "neuron(mixed3b:3, 2)"
      })
  void otherObjectivesAreNoUnit(final String objective) {
    assertThatThrownBy(() -> Visualizer.unit(network, objective))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is not a single unit, expected one such as mixed4c:12");
  }

  @Test
  void theSameSeedMakesTheSamePictureAndAnotherAnother() {
    final float[] first = pixels(visualize("mixed3b:3", SHORT.seed(4)).results().get(0));
    System.gc();
    assertThat(pixels(visualize("mixed3b:3", SHORT.seed(4)).results().get(0))).isEqualTo(first);
    assertThat(pixels(visualize("mixed3b:3", SHORT.seed(5)).results().get(0))).isNotEqualTo(first);
  }

  /** Stopped early, and asked for as many steps: the macro line of a stopped result. */
  @Test
  void fewerStepsAreTheBeginningOfMore() {
    final Visualization more = visualize("mixed3b:3", SHORT.snapshots(List.of(7, 3)));
    final Visualization fewer = visualize("mixed3b:3", SHORT.steps(7));
    assertThat(more.frames()).extracting(Frame::step).containsExactly(3, 7, 24);
    assertThat(pixels(fewer.results().get(0))).isEqualTo(pixels(more.frames().get(1)));
  }

  @Test
  void subjectsOfABatchAreWhatTheyAreAlone() {
    final List<OptimizationTarget> targets =
        List.of(
            new OptimizationTarget(Target.parse("mixed3b:3"), 9),
            new OptimizationTarget(Target.parse("mixed3a:1"), 8),
            new OptimizationTarget(Target.parse("conv2d2:0 - 0.01*tv()"), 7));
    final List<VisualizationResult> together =
        Visualizer.visualize(network, targets, SHORT.steps(8), StepListener.NONE, Progress.NONE);
    for (int i = 0; i < targets.size(); i++) {
      final VisualizationResult alone =
          Visualizer.visualize(
                  network,
                  targets.subList(i, i + 1),
                  SHORT.steps(8),
                  StepListener.NONE,
                  Progress.NONE)
              .get(0);
      final Frame a = ((Visualization) together.get(i)).results().get(0);
      final Frame b = ((Visualization) alone).results().get(0);
      assertThat(a.value()).isCloseTo(b.value(), within(0.02 * Math.abs(b.value())));
      double off = 0;
      for (int p = 0; p < pixels(a).length; p++) {
        off += Math.abs(pixels(a)[p] - pixels(b)[p]) / pixels(a).length;
      }
      assertThat(off).isLessThan(1);
    }
  }

  @Test
  void facetsDifferAndMoreSoWithDiversity() {
    final VisualizationRequest four = SHORT.steps(32);
    final double alike = likeness(visualize("mixed3b:3", four.facets(4, 0)));
    final double unlike = likeness(visualize("mixed3b:3", four.facets(4, 2)));
    assertThat(unlike).isLessThan(alike - 0.1);
  }

  /** As many entries as classes make no classifier: facets differ in the dictionary's own layer. */
  @Test
  void facetsOfADictionaryDifferInItHoweverManyEntriesItHas() {
    final VisualizationRequest two = SHORT.steps(4).facets(2, 2);
    final int classes = network.architecture().labels().size();
    final float[] asMany = facets(classes, two);
    final float[] more = facets(classes + 1, two);
    double difference = 0;
    for (int i = 0; i < more.length; i++) {
      difference += Math.abs(asMany[i] - more[i]) / more.length;
    }
    assertThat(difference).isLessThan(0.5);
  }

  /** Pictures of a dictionary whose entries from the second on are silent. */
  private static float[] facets(final int entries, final VisualizationRequest request) {
    final int channels = network.architecture().layer("mixed3b").channels();
    final float[] weights = new float[entries * channels];
    weights[3] = 1;
    final Graft.Affine encoder = new Graft.Affine(weights, new float[entries]);
    final Graft graft = new Graft("dict", "mixed3b", encoder, Nonlinearity.NONE, Optional.empty());
    try (InceptionV1 edited = network.with(List.of(graft))) {
      return Visualizer.visualize(edited, "dict:0", request, StepListener.NONE, Progress.NONE)
          .results()
          .get(1)
          .picture()
          .plane(0);
    }
  }

  private static double likeness(final Visualization seen) {
    assertThat(seen.results()).extracting(Frame::facet).containsExactly(0, 1, 2, 3);
    final List<float[]> grams = new ArrayList<>();
    for (final Frame frame : seen.results()) {
      final FeatureMap map =
          network.run(frame.picture(), List.of("mixed3b_pre_relu")).map("mixed3b_pre_relu");
      final int channels = map.layer().channels();
      final float[] gram = new float[channels * channels];
      for (int i = 0; i < gram.length; i++) {
        final float[] a = map.channel(i / channels);
        final float[] b = map.channel(i % channels);
        for (int p = 0; p < a.length; p++) {
          gram[i] += a[p] * b[p];
        }
      }
      grams.add(gram);
    }
    double sum = 0;
    for (final float[] a : grams) {
      for (final float[] b : grams) {
        sum += a == b ? 0 : dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)) / grams.size();
      }
    }
    return sum;
  }

  private static double dot(final float[] a, final float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  /** A unit of the first convolution is linear: its best picture has its kernel's signs. */
  @Test
  void theBestPictureOfALinearUnitHasTheSignsOfItsKernel() {
    final Visualization seen =
        visualize(
            "conv2d0_pre_relu:2@12,12",
            SHORT
                .steps(400)
                .rate(0.5)
                .parameterization(Parameterization.PIXEL)
                .transforms(Transforms.NONE));
    final Picture picture = seen.results().get(0).picture();
    final MapStack kernel =
        Gradients.of(network, picture, Objective.neuron("conv2d0_pre_relu", 2, 12, 12)).pixels();
    int bounded = 0;
    for (int channel = 0; channel < 3; channel++) {
      final float[] slope = kernel.plane(channel);
      for (int i = 0; i < slope.length; i++) {
        if (Math.abs(slope[i]) > 1e-3) {
          final float value = picture.plane(channel)[i] - 127.5f;
          bounded += Math.signum(value) == Math.signum(slope[i]) && Math.abs(value) > 110 ? 1 : 0;
        }
      }
    }
    assertThat(bounded).isBetween(140, 147);
  }

  @Test
  void aPictureCanBeTheStart() {
    final Picture start = SmallNetworks.picture(48, 48, (x, y) -> 4 * x);
    final Visualization seen =
        visualize("mixed3b:3", SHORT.start(start).snapshots(List.of(0)).facets(2, 0));
    for (final Frame frame : List.of(seen.frames().get(0), seen.frames().get(2))) {
      assertThat(frame.step()).isZero();
      for (int i = 0; i < 48 * 48; i++) {
        assertThat(pixels(frame)[i]).isCloseTo(Math.max(4f * (i % 48), 0.5f), within(0.1f));
      }
    }
    assertThatThrownBy(() -> SHORT.size(49).start(start))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("48 x 48 pixels, but size is 49");
  }

  @Test
  void whatCannotBeDrivenIsNoPictureAndStopsNobodyElse() {
    try (InceptionV1 silent = SmallNetworks.silent()) {
      final int[] steps = {0};
      final List<VisualizationResult> outcomes =
          Visualizer.visualize(
              silent,
              List.of(
                  new OptimizationTarget(Target.parse("relu(conv2d1:1)"), 1),
                  new OptimizationTarget(Target.parse("conv2d0:1"), 1)),
              SHORT,
              StepListener.NONE,
              (fraction, what) -> steps[0]++);
      assertThat(outcomes.get(0)).isInstanceOf(VisualizationResult.Failure.class);
      assertThat(((VisualizationResult.Failure) outcomes.get(0)).sentence())
          .startsWith("the objective relu(conv2d1:1) cannot be driven");
      assertThat(outcomes.get(1)).isInstanceOf(Visualization.class);
      assertThat(steps[0]).isEqualTo(24);
      assertThatThrownBy(
              () ->
                  Visualizer.visualize(
                      silent,
                      "relu(conv2d1:1)",
                      SHORT.steps(10_000),
                      StepListener.NONE,
                      (fraction, what) -> steps[0]++))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("no change of the picture changes it");
      assertThat(steps[0]).isEqualTo(24 + 16);
    }
  }

  /** Dead for the exact gradient; the redirected one finds the way. */
  @Test
  void redirectedRectifiersWakeASilentUnit() {
    final String silent = "relu(mixed3a:" + silentChannel() + ")";
    final VisualizationRequest request = SHORT.transforms(Transforms.NONE).steps(40);
    assertThatThrownBy(() -> visualize(silent, request))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot be driven");
    assertThat(visualize(silent, request.redirected(true)).results().get(0).value()).isPositive();
  }

  /** The channel that comes nearest to firing somewhere on the first picture, but does not. */
  private static int silentChannel() {
    final Picture gray =
        visualize("conv2d0:0", SHORT.steps(1).snapshots(List.of(0))).frames().get(0).picture();
    final FeatureMap map = network.run(gray, List.of("mixed3a_pre_relu")).map("mixed3a_pre_relu");
    int nearest = -1;
    float nearestPeak = Float.NEGATIVE_INFINITY;
    for (int channel = 0; channel < map.layer().channels(); channel++) {
      float peak = Float.NEGATIVE_INFINITY;
      for (final float value : map.channel(channel)) {
        peak = Math.max(peak, value);
      }
      if (peak < 0 && peak > nearestPeak) {
        nearest = channel;
        nearestPeak = peak;
      }
    }
    return nearest;
  }

  @Test
  void anObjectiveThatLeavesTheRangeOfNumbersIsSaidSo() {
    assertThatThrownBy(() -> visualize("1e38*mixed3b:3 - 1e38*mixed3b:4", SHORT.rate(0.5)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("left the range of numbers at step");
  }

  @Test
  void anObjectiveThatDoesNotRiseIsSaidSo() {
    final Picture white = SmallNetworks.picture(48, 48, (x, y) -> 255);
    assertThatThrownBy(
            () -> visualize("0*mixed3b:3 + l1(0)", SHORT.start(white).rate(1e-12).steps(32)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("did not rise in 32 steps");
  }

  @Test
  void sizesThatDoNotFitAreRefusedBeforeAnyWork() {
    final Progress never =
        (fraction, what) -> {
          throw new AssertionError("work began");
        };
    assertThatThrownBy(
            () ->
                Visualizer.visualize(
                    network, "mixed5b:1", SHORT.size(16), StepListener.NONE, never))
        .isInstanceOf(UserError.class)
        .hasMessage("size is 16, but mixed5b_pre_relu needs at least 31");
    assertThatThrownBy(
            () ->
                Visualizer.visualize(
                    network, "mixed5b:1", SHORT.size(4096).facets(64, 0), StepListener.NONE, never))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("MB of memory");
    assertThatThrownBy(
            () ->
                Visualizer.visualize(
                    network,
                    "mixed5b:1",
                    SHORT.size(4096).facets(64, 0).transforms(new RandomCrops(1, 0.5, 0.5, 0)),
                    StepListener.NONE,
                    never))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("MB of memory");
    assertThatThrownBy(() -> SHORT.size(0)).hasMessage("size is 0, expected 1 to 4096");
    assertThatThrownBy(() -> SHORT.rate(Double.NaN)).hasMessageContaining("learning_rate is NaN");
    assertThatThrownBy(() -> SHORT.snapshots(List.of(25)))
        .hasMessage("snapshots is 25, expected 0 to 24");
  }

  @Test
  void aStoppedRunKeepsWhatIsThere() {
    final Visualization seen =
        Visualizer.visualize(network, "mixed3b:3", SHORT, StepListener.NONE, stopAt(5));
    assertThat(seen.interrupted()).isTrue();
    assertThat(seen.steps()).isEqualTo(5);
    assertThat(seen.provenance().entries()).containsEntry("stopped", "after 5 of 24");
    assertThat(pixels(seen.results().get(0)))
        .isEqualTo(pixels(visualize("mixed3b:3", SHORT.steps(5)).results().get(0)));
    assertThatThrownBy(
            () -> Visualizer.visualize(network, "mixed3b:3", SHORT, StepListener.NONE, stopAt(0)))
        .isInstanceOf(CancellationException.class);
  }

  private static Progress stopAt(final int step) {
    final int[] calls = {0};
    return (fraction, what) -> {
      if (calls[0]++ == step) {
        throw new CancellationException("stopped by the user");
      }
    };
  }

  @Test
  void aWatcherSeesWhatItWants() {
    final List<Integer> seen = new ArrayList<>();
    final List<float[]> last = new ArrayList<>();
    final StepListener listener =
        new StepListener() {
          @Override
          public boolean wants(final int step) {
            return step % 8 == 0;
          }

          @Override
          public void see(final int step, final List<Picture> pictures) {
            seen.add(step);
            last.add(pictures.get(0).plane(1));
          }
        };
    final Visualization done =
        Visualizer.visualize(network, "mixed3b:3", SHORT, listener, Progress.NONE);
    assertThat(seen).containsExactly(8, 16, 24);
    assertThat(last.get(2)).isEqualTo(pixels(done.results().get(0)));
  }

  /** A crop is a picture of its own: what a step raises is the mean over all of them. */
  @Test
  void whatCropsRaiseIsTheMeanOfWhatEachAnswers() {
    final RandomCrops crops = new RandomCrops(3, 0.5, 0.5, 0.1);
    final VisualizationRequest request = SHORT.transforms(crops).steps(1).seed(6);
    final OptimizationTarget target = new OptimizationTarget(Target.parse("mixed3a:1"), 2);
    final OptimizationTarget other =
        new OptimizationTarget(Target.parse("conv2d2:4 - 0.01*l2()"), 3);
    final List<VisualizationResult> outcomes =
        Visualizer.visualize(
            network, List.of(target, other), request, StepListener.NONE, Progress.NONE);
    try (NDManager manager = network.newManager()) {
      final SplittableRandom random = new SplittableRandom(2);
      final ImageParameters image =
          request
              .parameterization()
              .create(manager, new PictureFormat(48, 48, 3, 1, 1), List.of(random.split()));
      final PictureRenderer renderer =
          new PictureRenderer(manager, image, crops, new SplittableRandom(6));
      renderer.draw(0);
      final float[] each =
          ParameterGradient.values(
              network,
              renderer.parameters(),
              renderer::moved,
              Objective.channel("mixed3a_pre_relu", 1));
      assertThat(each).hasSize(3);
      final double mean = (each[0] + each[1] + each[2]) / 3;
      assertThat((double) ((Visualization) outcomes.get(0)).courses().get(0)[0])
          .isCloseTo(mean, within(1e-4 * Math.abs(mean)));
    }
  }

  @Test
  void cropsOfALargePictureAreSeenAtTheNetworksSize() {
    final VisualizationRequest request =
        SHORT.size(300).steps(2).transforms(new RandomCrops(2, 0.5, 0.05, 0));
    final Visualization seen = visualize("conv2d2:1", request);
    assertThat(seen.results().get(0).picture().dimension(0)).isEqualTo(300);
    assertThat(seen.courses().get(0)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"neuron(mixed3a:1)", "mixed3a:2 - 0.5*mixed3a:1@1,1"})
  void aUnitAtAPlaceHasNoMeaningOnCrops(final String objective) {
    assertThatThrownBy(() -> visualize(objective, SHORT.transforms(Transforms.CROPS)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is a unit at one place, but transforms=crops shows another part");
  }

  @Test
  void fewerStepsAreTheBeginningOfMoreAlsoByPhasesOnCrops() {
    final Parameterization maco = Parameterization.maco(Spectrum.INVERSE_FREQUENCY);
    final VisualizationRequest request =
        SHORT.parameterization(maco).rate(maco.usualRate()).transforms(maco.usualTransforms());
    final Visualization more = visualize("mixed3a:3", request.steps(9).snapshots(List.of(4)));
    final Visualization fewer = visualize("mixed3a:3", request.steps(4));
    assertThat(pixels(fewer.results().get(0))).isEqualTo(pixels(more.frames().get(0)));
    assertThat(more.provenance().entries())
        .containsEntry("spectrum", "1/f")
        .containsEntry(
            "transforms",
            "crops: 8, side 0.5 to 0.05 (at least 26 pixels) over 256 steps, noise 0.08");
  }

  /** Of one step the absolute derivative at the first picture, as the saliency methods have it. */
  @Test
  void importanceIsTheDerivativeOfThePicturesPixels() {
    final VisualizationRequest request =
        SHORT.transforms(Transforms.NONE).steps(1).snapshots(List.of(0));
    final Visualization seen = visualize("mixed3b:3", request);
    final MapStack gradient =
        Gradients.of(
                network, seen.frames().get(0).picture(), Objective.channel("mixed3b_pre_relu", 3))
            .pixels();
    final float[] importance = seen.importance().get(0).plane(0);
    assertThat(importance).hasSize(48 * 48);
    for (int i = 0; i < importance.length; i++) {
      float sum = 0;
      for (int color = 0; color < 3; color++) {
        sum += Math.abs(gradient.plane(color)[i]);
      }
      assertThat(importance[i]).isCloseTo(sum, within(1e-3f * sum + 1e-6f));
    }
  }

  @Test
  void aCppnIsDrawnLargerButValuedAtItsSize() {
    final VisualizationRequest request =
        SHORT.parameterization(Parameterization.CPPN).rate(0.005).transforms(Transforms.NONE);
    final Frame plain = visualize("mixed3b:3", request).results().get(0);
    final Visualization larger = visualize("mixed3b:3", request.magnification(3));
    assertThat(larger.results().get(0).picture().dimension(0)).isEqualTo(144);
    assertThat(larger.results().get(0).value()).isEqualTo(plain.value());
    assertThat(larger.importance().get(0).dimension(0)).isEqualTo(48);
    final float[] large = larger.results().get(0).picture().plane(1);
    final float[] small = pixels(plain);
    assertThat(large[0]).isCloseTo(small[0], within(0.01f));
    assertThat(large[144 * 144 - 1]).isCloseTo(small[48 * 48 - 1], within(0.01f));
  }
}
