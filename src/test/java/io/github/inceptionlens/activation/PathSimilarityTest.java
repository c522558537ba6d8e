package io.github.inceptionlens.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.activation.PathSimilarity.Similarity;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.textures.Textures;
import io.github.inceptionlens.textures.structure.TextureClass;
import io.github.inceptionlens.visualization.feature.StepListener;
import io.github.inceptionlens.visualization.feature.Visualization.Frame;
import io.github.inceptionlens.visualization.feature.VisualizationRequest;
import io.github.inceptionlens.visualization.feature.Visualizer;
import io.github.inceptionlens.visualization.parameterization.Parameterization;
import io.github.inceptionlens.visualization.parameterization.Spectrum;
import io.github.inceptionlens.weights.BundledWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class PathSimilarityTest {

  private static final int SIDE = 112;
  private static final int NATURAL = 84;
  private static final int TOP = 8;
  private static final long SEED = 3_000_000_000L;
  private static final String UPPER = "mixed[45].";
  private static final String CHANNEL = "mixed5a:20";

  /** What a user has: many pictures of few kinds. */
  private static final List<TextureClass> KINDS =
      List.of(
          TextureClass.NUCLEI,
          TextureClass.HONEYCOMB,
          TextureClass.FIBRES,
          TextureClass.SARCOMERES,
          TextureClass.RINGS,
          TextureClass.VESICLES);

  private static InceptionV1 network;
  private static PathSimilarity paths;

  /** Generated pictures that the network was not trained on stand for natural ones. */
  @BeforeAll
  static void look() {
    network =
        new InceptionV1(
            TorchEngine.start(Progress.NONE),
            Training.TEXTURES.architecture(),
            BundledWeights.textures());
    paths = new PathSimilarity(network, Visualizer.unit(network, CHANNEL));
    for (int i = 0; i < NATURAL; i++) {
      paths.look(Textures.sample(KINDS.get(i % KINDS.size()), SEED + i, SIDE, SIDE).image());
    }
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static List<String> layers() {
    return network.architecture().mainLayers();
  }

  @Test
  void topPicturesAgainstThemselvesScoreOneAndTheOthersZero() {
    final List<ActivationPath> sorted = paths.strongestFirst();
    final List<ActivationPath> top = sorted.subList(0, TOP);
    final List<ActivationPath> others = sorted.subList(TOP, sorted.size());
    int telling = 0;
    for (final String layer : layers()) {
      final Similarity ofTop = PathSimilarity.of(layer, top, top, others);
      final Similarity ofOthers = PathSimilarity.of(layer, others, top, others);
      assertThat(ofTop.pictures()).as(layer).isEqualTo(ofTop.top());
      assertThat(ofOthers.pictures()).as(layer).isEqualTo(ofOthers.others());
      if (ofTop.top() - ofTop.others() >= PathSimilarity.LEAST_GAP) {
        assertThat(ofTop.normalized()).as(layer).isEqualTo(1);
        assertThat(ofOthers.normalized()).as(layer).isZero();
        telling++;
      }
    }
    assertThat(telling).isGreaterThanOrEqualTo(8);
  }

  /**
   * Of the strongest and of the other pictures every second one makes the baselines; those between
   * are compared with these.
   */
  @Test
  void picturesThatTheBaselinesDoNotHoldScoreAboutOneAndZeroToo() {
    final List<ActivationPath> sorted = paths.strongestFirst();
    final List<ActivationPath> strongest = sorted.subList(0, 2 * TOP);
    final List<ActivationPath> rest = sorted.subList(2 * TOP, sorted.size());
    final List<ActivationPath> top = everySecond(strongest, 0);
    final List<ActivationPath> others = everySecond(rest, 0);
    final double one = mean(everySecond(strongest, 1), top, others);
    final double zero = mean(everySecond(rest, 1), top, others);
    System.out.printf(
        Locale.ROOT, "paths of mixed4 and mixed5, held out: top %.2f, others %.2f%n", one, zero);
    assertThat(one).isCloseTo(1, within(0.1));
    assertThat(zero).isCloseTo(0, within(0.1));
  }

  /** The mean of the normalized similarities in the layers of mixed4 and mixed5. */
  private static double mean(
      final List<ActivationPath> pictures,
      final List<ActivationPath> top,
      final List<ActivationPath> others) {
    return layers().stream()
        .filter(layer -> layer.matches(UPPER))
        .mapToDouble(layer -> PathSimilarity.of(layer, pictures, top, others).normalized())
        .average()
        .orElseThrow();
  }

  private static List<Similarity> visualized(final VisualizationRequest request) {
    final List<Picture> seen =
        Visualizer.visualize(network, CHANNEL, request, StepListener.NONE, Progress.NONE)
            .results()
            .stream()
            .map(Frame::picture)
            .toList();
    return paths.of(seen, TOP);
  }

  /** What a smooth drawing is to the lower layers, and a picture as rough as natural ones. */
  @Tag("slow")
  @Test
  void phasesGoANaturalWayThroughTheLowerLayersAndPatternNetworksDoNot() {
    final VisualizationRequest request = VisualizationRequest.STANDARD.size(SIDE).steps(96);
    final Parameterization maco = Parameterization.maco(Spectrum.INVERSE_FREQUENCY);
    final Parameterization cppn = Parameterization.CPPN;
    final double phases = awayFromTop(request.parameterization(maco).rate(maco.usualRate()), maco);
    final double patterns =
        awayFromTop(
            request
                .parameterization(cppn)
                .rate(cppn.usualRate())
                .transforms(cppn.usualTransforms()),
            cppn);
    assertThat(phases).isLessThan(0.3);
    assertThat(patterns).isGreaterThan(3 * phases);
  }

  /** How far the normalized similarities of the layers below mixed4 are from 1. */
  private static double awayFromTop(
      final VisualizationRequest request, final Parameterization kind) {
    final double away =
        visualized(request).stream()
            .filter(one -> !one.layer().matches(UPPER))
            .mapToDouble(Similarity::normalized)
            .filter(one -> !Double.isNaN(one))
            .map(one -> Math.abs(one - 1))
            .average()
            .orElseThrow();
    System.out.printf(
        Locale.ROOT, "%s, layers below mixed4: %.2f from the top pictures%n", kind, away);
    return away;
  }

  @Test
  void aVisualizationOfTheBundledNetworkScoresBetween() {
    for (final Similarity one : visualized(VisualizationRequest.STANDARD.size(SIDE).steps(64))) {
      System.out.printf(
          Locale.ROOT,
          "%-8s visualization %.3f top %.3f others %.3f normalised %.2f%n",
          one.layer(),
          one.pictures(),
          one.top(),
          one.others(),
          one.normalized());
      if (one.layer().matches(UPPER)) {
        assertThat(one.normalized()).as(one.layer()).isStrictlyBetween(0.0, 1.0);
      }
    }
  }

  private static List<ActivationPath> everySecond(final List<ActivationPath> all, final int first) {
    final List<ActivationPath> some = new ArrayList<>();
    for (int i = first; i < all.size(); i += 2) {
      some.add(all.get(i));
    }
    return some;
  }

  @Test
  void aPathIsTheMeanOfEachChannelAndItsCosineIsTheAnglesOne() {
    final Picture picture = SmallNetworks.noise(64, 64, 1);
    final ActivationPath path =
        ActivationPath.of(network.run(picture, List.of("conv2d0")), List.of("conv2d0"));
    final List<ChannelStatistics> statistics =
        ChannelStatistics.of(network, "conv2d0", View.of(picture));
    for (final ChannelStatistics one : statistics) {
      assertThat(path.means().get("conv2d0")[one.unit().channel()])
          .isCloseTo(one.mean(), within(1e-9));
    }
    assertThat(path(3, 4).cosine(path(4, 3), "l")).isCloseTo(0.96, within(1e-12));
    assertThat(path(3, 4).cosine(path(30, 40), "l")).isCloseTo(1, within(1e-12));
    assertThat(path(3, 0).cosine(path(0, 2), "l")).isZero();
    assertThat(path(0, 0).cosine(path(0, 2), "l")).isZero();
  }

  private static ActivationPath path(final double... means) {
    return new ActivationPath(Map.of("l", means));
  }

  @Test
  void topPicturesThatAreNoMoreAlikeThanOthersGiveNoNormalizedValue() {
    final List<ActivationPath> top = List.of(path(1, 0), path(0, 1));
    final Similarity none = PathSimilarity.of("l", List.of(path(1, 1)), top, List.of(path(2, 1)));
    assertThat(none.top()).isZero();
    assertThat(none.pictures()).isCloseTo(Math.sqrt(0.5), within(1e-12));
    assertThat(none.normalized()).isNaN();
  }

  @Test
  void tooFewNaturalPicturesAreRefused() {
    try (InceptionV1 narrow = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      final PathSimilarity few = new PathSimilarity(narrow, new Unit("mixed3a", 0));
      for (int i = 0; i < PathSimilarity.FEWEST - 1; i++) {
        few.look(SmallNetworks.noise(64, 64, i));
      }
      assertThatThrownBy(() -> few.check(8))
          .isInstanceOf(UserError.class)
          .hasMessage(
              "there are 19 natural pictures, but paths are compared with at least 20: add some");
      few.look(SmallNetworks.noise(64, 64, 99));
      few.check(10);
      assertThatThrownBy(() -> few.check(11)).hasMessageContaining("examples is 11");
      assertThatThrownBy(() -> few.check(1)).hasMessageContaining("examples is 1");
    }
  }
}
