package io.github.inceptionlens.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.gradient.Gradients;
import io.github.inceptionlens.network.memory.MemoryBudget;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class InceptionV1Test {

  private static final Picture PICTURE = SmallNetworks.picture(97, 66);
  private static final List<String> CLASSIFIER =
      List.of(Architecture.LOGITS, Architecture.PROBABILITIES);

  private static InceptionV1 network;

  @BeforeAll
  static void open() {
    network = SmallNetworks.ofBothSigns(SmallNetworks.narrowTable(FrameworkConventions.CAFFE));
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static FeatureMap map(final String layer) {
    return network.run(PICTURE, List.of(layer)).map(layer);
  }

  private static float[][] planes(final FeatureMap map) {
    return IntStream.range(0, map.layer().channels())
        .mapToObj(map::channel)
        .toArray(float[][]::new);
  }

  /** The engine sums in other orders when several threads share its own. */
  private static final float ROUNDING = 1e-6f;

  private static float largest(final float[] values) {
    float largest = 0;
    for (final float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static float[] logits() {
    return network.run(PICTURE, CLASSIFIER).logits();
  }

  @Test
  void tapsAtSeveralLayersEqualSingleRuns() {
    final List<String> layers =
        List.of("mixed4c", "conv2d0", "mixed3a_3x3_bottleneck", "maxpool4", "mixed4c_5x5");
    final Activations together = network.run(PICTURE, layers);

    for (final String layer : layers) {
      assertThat(planes(together.map(layer))).as(layer).isDeepEqualTo(planes(map(layer)));
    }
  }

  @Test
  void rectifyingPreReluGivesTheLayerOfConvolutionsAndModules() {
    for (final String layer : List.of("conv2d0", "mixed4c_3x3", "mixed4c", "mixed5b")) {
      final float[][] before = planes(map(layer + Architecture.PRE_RELU));
      boolean negative = false;
      for (final float[] plane : before) {
        for (int i = 0; i < plane.length; i++) {
          negative |= plane[i] < 0;
          plane[i] = Math.max(0, plane[i]);
        }
      }

      assertThat(negative).as("%s has negative values before", layer).isTrue();
      assertThat(before).as(layer).isDeepEqualTo(planes(map(layer)));
    }
  }

  @Test
  void aModuleIsItsBranchesInOrder() {
    final float[][] branches =
        Stream.of("mixed3a_1x1", "mixed3a_3x3", "mixed3a_5x5", "mixed3a_pool_reduce")
            .flatMap(branch -> Arrays.stream(planes(map(branch))))
            .toArray(float[][]::new);

    assertThat(planes(map("mixed3a"))).isDeepEqualTo(branches);
  }

  @Test
  void answersGoByAliasOrCanonicalName() {
    final Activations answers = network.run(PICTURE, List.of("inception_4c/output", "prob"));

    assertThat(answers.map("mixed4c")).isSameAs(answers.map("inception_4c"));
    assertThat(answers.probabilities()).hasSize(10);
    assertThatThrownBy(answers::logits)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("softmax2_pre_activation was not asked for");
  }

  @Test
  void unknownLayersAndSmallPicturesAreRefusedBeforeTheWork() {
    assertThatThrownBy(() -> network.run(PICTURE, List.of("mixed4c", "mixed9")))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("layer is \"mixed9\", but narrow has conv2d0, ");
    assertThatThrownBy(() -> network.run(SmallNetworks.picture(30, 224), CLASSIFIER))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "the image is 30 x 224 pixels, but mixed5b needs at least 31 x 31: enlarge it (scale)"
                + " or choose a lower layer");
  }

  @Test
  void runningOnFromALayerGivesTheWholeRunsLogits() {
    for (final String layer : List.of("conv2d0", "mixed3b", "mixed4c", "mixed5b")) {
      final Activations on = network.runOn(map(layer), CLASSIFIER);

      assertThat(on.logits()).as(layer).containsExactly(logits());
    }
    assertThat(planes(network.runOn(map("mixed3b"), List.of("mixed4c")).map("mixed4c")))
        .isDeepEqualTo(planes(map("mixed4c")));
  }

  @Test
  void silencingAChannelChangesTheLogits() {
    final FeatureMap map = map("mixed4c");
    Arrays.fill(map.channel(strongest(map)), 0);

    assertThat(network.runOn(map, CLASSIFIER).logits()).isNotEqualTo(logits());
  }

  private static int strongest(final FeatureMap map) {
    int strongest = 0;
    double largest = 0;
    for (int channel = 0; channel < map.layer().channels(); channel++) {
      double sum = 0;
      for (final float value : map.channel(channel)) {
        sum += value;
      }
      if (sum > largest) {
        largest = sum;
        strongest = channel;
      }
    }
    return strongest;
  }

  @Test
  void aBranchIsNotEnoughToRunOnFrom() {
    final FeatureMap branch = map("mixed4c_5x5");

    assertThatThrownBy(() -> network.runOn(branch, CLASSIFIER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs more of the network than [mixed4c_5x5] gives");
  }

  @Test
  void probabilitiesAreTheSoftmaxOfTheLogits() {
    final Activations answers = network.run(PICTURE, CLASSIFIER);
    final float[] logits = answers.logits();
    double largest = Double.NEGATIVE_INFINITY;
    for (final float logit : logits) {
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    for (final float logit : logits) {
      sum += Math.exp(logit - largest);
    }
    double total = 0;
    for (int i = 0; i < logits.length; i++) {
      final double expected = Math.exp(logits[i] - largest) / sum;
      assertThat((double) answers.probabilities()[i]).isCloseTo(expected, within(1e-5));
      total += answers.probabilities()[i];
    }
    assertThat(total).isCloseTo(1, within(1e-5));
  }

  @Test
  void aConstantTopLayerGivesTheSameLogitsAtAnySize() {
    final float[] small = logitsOfOnes(64, 64);

    assertThat(logitsOfOnes(224, 160)).containsExactly(small, within(1e-3f));
  }

  private static float[] logitsOfOnes(final int width, final int height) {
    final FeatureMap top =
        network.run(SmallNetworks.picture(width, height), List.of("mixed5b")).map("mixed5b");
    for (final float[] plane : planes(top)) {
      Arrays.fill(plane, 1);
    }
    return network.runOn(top, CLASSIFIER).logits();
  }

  @Test
  void aPictureBeyondTheBudgetIsSeenInBandsOrRefusedWithTheNumbers() {
    final Picture picture = SmallNetworks.picture(400, 300);
    final float[][] whole = planes(network.run(picture, List.of("mixed3a")).map("mixed3a"));
    System.setProperty(MemoryBudget.PROPERTY, "1");
    try {
      final float[][] inBands = planes(network.run(picture, List.of("mixed3a")).map("mixed3a"));
      for (int channel = 0; channel < whole.length; channel++) {
        assertThat(inBands[channel]).containsExactly(whole[channel], within(1e-3f));
      }
      assertThatThrownBy(() -> network.check(List.of("conv2d0"), 40_000, 300))
          .isInstanceOf(UserError.class)
          .hasMessageMatching(
              "the picture of 40000 x 300 pixels needs \\d+ MB of memory, but the budget is 1 MB:"
                  + " choose a smaller scale or size, a smaller selection with crop, or start ImageJ with"
                  + " -Dinceptionlens.memory=MB");
      assertThatThrownBy(
              () -> Gradients.of(network, SmallNetworks.picture(400, 300), Objective.logit(0)))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("but the budget is 1 MB");
    } finally {
      System.clearProperty(MemoryBudget.PROPERTY);
    }
    assertThat(MemoryBudget.bytes()).isGreaterThanOrEqualTo(512L << 20);
    network.check(List.of("conv2d0"), 400, 300);
  }

  @Test
  void closingFreesTheWeights() {
    final InceptionV1 closed =
        SmallNetworks.ofBothSigns(SmallNetworks.narrowTable(FrameworkConventions.CAFFE));
    closed.close();

    assertThatThrownBy(() -> closed.run(PICTURE, List.of("conv2d0")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theDigestDependsOnTheWeightsAlone() {
    final Architecture narrow = SmallNetworks.narrowTable(FrameworkConventions.CAFFE);

    assertThat(network.digest())
        .matches("[0-9a-f]{64}")
        .isEqualTo(SmallNetworks.weightsOfBothSigns(narrow).digest())
        .isNotEqualTo(SmallNetworks.positiveWeights(narrow).digest());
  }

  @Test
  void severalThreadsAtOnceGetTheSameAnswers() throws Exception {
    final float[] expected = logits();
    final ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      final Callable<float[]> run = InceptionV1Test::logits;
      for (final Future<float[]> answer : threads.invokeAll(Collections.nCopies(9, run))) {
        assertThat(answer.get()).containsExactly(expected, within(ROUNDING * largest(expected)));
      }
    } finally {
      threads.shutdown();
    }
  }
}
