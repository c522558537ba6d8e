package io.github.inceptionlens.visualization.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.Pictures;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.FilterWeights;
import io.github.inceptionlens.core.geometry.Resampling;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.ParameterGradient;
import io.github.inceptionlens.visualization.feature.LayerRenditions.Rendition;
import io.github.inceptionlens.visualization.objective.FeatureSimilarity;
import io.github.inceptionlens.visualization.parameterization.ImageParameters;
import io.github.inceptionlens.visualization.parameterization.Parameterization;
import io.github.inceptionlens.visualization.parameterization.PictureFormat;
import io.github.inceptionlens.visualization.transform.Transforms;
import io.github.inceptionlens.weights.BundledWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inversions and caricatures. */
final class LayerRenditionsTest {

  private static final InversionRequest INVERSION =
      InversionRequest.STANDARD.steps(40, 0.05).seed(1);
  private static final CaricatureRequest CARICATURE =
      CaricatureRequest.STANDARD.steps(24, 0.05).power(1).seed(1);

  private static final double STEP = 0.02;

  private static InceptionV1 network;
  private static Picture picture;

  @BeforeAll
  static void build() {
    network = SmallNetworks.narrow(FrameworkConventions.CAFFE);
    picture =
        SmallNetworks.picture(
            56, 48, (x, y) -> (float) (128 + 60 * Math.sin(x / 5.0) * Math.cos(y / 4.0)));
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static LayerRenditions invert(final InversionRequest request, final String... layers) {
    return Inversion.of(
        network, picture, List.of(layers), request, StepListener.NONE, Progress.NONE);
  }

  private static LayerRenditions draw(final CaricatureRequest request, final String... layers) {
    return Caricature.of(
        network, picture, List.of(layers), request, StepListener.NONE, Progress.NONE);
  }

  private static float[] green(final Rendition one) {
    return one.picture().plane(1);
  }

  private static double[] answer(final Picture shown, final String layer) {
    final FeatureMap map = network.run(shown, List.of(layer)).map(layer);
    final List<Double> values = new ArrayList<>();
    for (int channel = 0; channel < map.layer().channels(); channel++) {
      for (final float value : map.channel(channel)) {
        values.add((double) value);
      }
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double dot(final double[] a, final double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** With real weights; the correlation of brightness over all pixels. */
  @ParameterizedTest
  @CsvSource({"conv2d0_pre_relu, 0.97", "conv2d0, 0.93"})
  void theInversionOfTheFirstLayerIsThePicture(final String layer, final double least)
      throws IOException {
    try (InceptionV1 textures =
        new InceptionV1(
            TorchEngine.start(Progress.NONE),
            Training.TEXTURES.architecture(),
            BundledWeights.textures())) {
      final Picture scene = corner(Pictures.read(Path.of("sample-images", "scene-rgb.png")), 96);
      final Rendition inverted =
          Inversion.of(
                  textures,
                  scene,
                  List.of(layer),
                  InversionRequest.STANDARD,
                  StepListener.NONE,
                  Progress.NONE)
              .all()
              .get(0);
      assertThat(inverted.after()).isLessThan(0.01 * inverted.before());
      assertThat(correlation(brightness(scene), brightness(inverted.picture())))
          .isGreaterThan(least);
    }
  }

  private static float[] brightness(final Picture image) {
    final float[] sum = new float[image.plane(0).length];
    for (int i = 0; i < 3 * sum.length; i++) {
      sum[i % sum.length] += image.plane(i / sum.length)[i % sum.length];
    }
    return sum;
  }

  private static Picture corner(final Picture image, final int side) {
    final Resampling crop =
        new Resampling(
            FilterWeights.linear(image.width(), side, i -> i),
            FilterWeights.linear(image.height(), side, i -> i));
    final List<float[]> planes = new ArrayList<>();
    for (int color = 0; color < 3; color++) {
      planes.add(crop.apply(image.plane(color)));
    }
    return new Picture(side, side, planes);
  }

  private static double correlation(final float[] a, final float[] b) {
    final double meanA = mean(a);
    final double meanB = mean(b);
    double both = 0;
    double ownA = 0;
    double ownB = 0;
    for (int i = 0; i < a.length; i++) {
      both += (a[i] - meanA) * (b[i] - meanB);
      ownA += (a[i] - meanA) * (a[i] - meanA);
      ownB += (b[i] - meanB) * (b[i] - meanB);
    }
    return both / Math.sqrt(ownA * ownB);
  }

  private static double mean(final float[] values) {
    double sum = 0;
    for (final float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  @Test
  void theDistanceFallsInEveryLayerAndIsTheOneOfTheAnsweredPicture() {
    final LayerRenditions inverted = invert(INVERSION, "conv2d0", "mixed3a", "inception_4a/output");
    assertThat(inverted.all())
        .extracting(Rendition::layer)
        .containsExactly("conv2d0", "mixed3a", "mixed4a");
    for (final Rendition one : inverted.all()) {
      assertThat(one.after()).isLessThan(0.7 * one.before());
      final double[] reference = answer(picture, one.layer());
      final double[] own = answer(one.picture(), one.layer());
      final double far = dot(own, own) - 2 * dot(own, reference) + dot(reference, reference);
      final double relative = far / dot(reference, reference);
      assertThat(one.after()).isCloseTo(relative, within(1e-3));
    }
  }

  @Test
  void variationMakesAnInversionSmoother() {
    final Rendition rough =
        invert(InversionRequest.STANDARD.steps(40, 0.05).regularizers(0, 0).seed(1), "mixed3a")
            .all()
            .get(0);
    final Rendition smooth =
        invert(InversionRequest.STANDARD.steps(40, 0.05).regularizers(10, 0).seed(1), "mixed3a")
            .all()
            .get(0);
    assertThat(variation(green(smooth))).isLessThan(0.7 * variation(green(rough)));
  }

  private static double variation(final float[] plane) {
    double sum = 0;
    for (int i = 1; i < plane.length; i++) {
      sum += i % 56 == 0 ? 0 : Math.abs(plane[i] - plane[i - 1]);
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 2.5})
  void theCaricaturesObjectiveIsTheInnerProductTimesThePowerOfTheCosine(final double power) {
    final Picture other = SmallNetworks.noise(56, 48, 4);
    final double[] own = answer(other, "mixed3a");
    final double[] reference = answer(picture, "mixed3a");
    final double dot = dot(own, reference);
    final double cosine = dot / Math.sqrt(dot(own, own) * dot(reference, reference));
    final double value =
        network.values(List.of(other, picture), FeatureSimilarity.caricature("mixed3a", power))[0];
    final double expected = dot * Math.pow(Math.max(0.1, cosine), power);
    assertThat(cosine).isBetween(0.1, 0.99);
    assertThat(value).isCloseTo(expected, within(1e-4 * Math.abs(expected)));
  }

  /** Central differences in a layer without kinks; the reference stands still. */
  @Test
  void theCaricaturesDerivativeIsThatOfItsValue() {
    final Objective objective = FeatureSimilarity.caricature("conv2d0_pre_relu", 2);
    try (NDManager manager = network.newManager()) {
      final NDArray other = array(manager, SmallNetworks.noise(56, 48, 4));
      final NDArray reference = array(manager, picture);
      final NDArray gradient =
          ParameterGradient.of(
                  network,
                  List.of(other),
                  leaves -> both(leaves.get(0), reference),
                  GradientRequest.pixels(objective))
              .gradients()
              .get(0);
      final NDArray direction = gradient.div(gradient.norm());
      final float[] ends = new float[2];
      for (int end = 0; end < 2; end++) {
        final NDArray moved = other.add(direction.mul(end == 0 ? -STEP : STEP));
        ends[end] =
            ParameterGradient.values(
                network, List.of(moved), leaves -> both(leaves.get(0), reference), objective)[0];
      }
      final double slope = gradient.norm().getFloat();
      assertThat((ends[1] - ends[0]) / (2 * STEP)).isCloseTo(slope, within(0.01 * slope));
    }
  }

  private static Map<String, NDArray> both(final NDArray leaf, final NDArray reference) {
    return Map.of(Architecture.INPUT, leaf.concat(reference));
  }

  private static NDArray array(final NDManager manager, final Picture image) {
    final float[] values = new float[3 * 56 * 48];
    for (int i = 0; i < values.length; i++) {
      values[i] = image.plane(i / (56 * 48))[i % (56 * 48)] / 255;
    }
    return manager.create(values, new Shape(1, 3, 48, 56));
  }

  @Test
  void bothPicturesAreMovedAlike() {
    try (NDManager manager = network.newManager()) {
      final ImageParameters image =
          Parameterization.FOURIER.create(
              manager, new PictureFormat(56, 48, 3, 1, 1), List.of(new SplittableRandom(1)));
      final PictureRenderer renderer =
          new PictureRenderer(manager, image, Transforms.STANDARD, new SplittableRandom(2));
      renderer.start(picture);
      renderer.accompany(picture);
      for (int draw = 0; draw < 3; draw++) {
        renderer.draw(0);
        final NDArray shown = renderer.moved(renderer.parameters()).get(Architecture.INPUT);
        assertThat(shown.getShape().get(0)).isEqualTo(2);
        assertThat(shown.get(0).sub(shown.get(1)).abs().max().getFloat()).isLessThan(2e-3f);
      }
    }
  }

  @Test
  void aCaricatureHasMoreOfTheLayersAnswerThanThePicture() {
    final LayerRenditions drawn = draw(CARICATURE, "conv2d2", "mixed3b");
    for (final Rendition one : drawn.all()) {
      final double[] reference = answer(picture, one.layer());
      final double gain = dot(answer(one.picture(), one.layer()), reference);
      assertThat(one.after()).isCloseTo(gain / dot(reference, reference), within(1e-3));
      assertThat(one.after()).isGreaterThan(1.2).isGreaterThan(1.5 * one.before());
    }
    assertThat(drawn.provenance().entries())
        .containsEntry("layers", "conv2d2, mixed3b")
        .containsKey("gain in mixed3b");
  }

  @Test
  void aCaricatureMayBeginWithThePicture() {
    final CaricatureRequest request =
        CaricatureRequest.STANDARD
            .steps(4, 0.05)
            .transforms(Transforms.NONE)
            .fromPicture(true)
            .seed(1);
    final Rendition drawn = draw(request, "mixed3a").all().get(0);
    assertThat(drawn.before()).isCloseTo(1, within(1e-3));
    assertThat(drawn.after()).isGreaterThan(1.05);
  }

  @Test
  void theSameSeedMakesTheSamePictureAndAnotherAnother() {
    final float[] first = green(draw(CARICATURE, "mixed3a").all().get(0));
    assertThat(green(draw(CARICATURE, "mixed3a").all().get(0))).isEqualTo(first);
    final CaricatureRequest other = CaricatureRequest.STANDARD.steps(24, 0.05).power(1).seed(2);
    assertThat(green(draw(other, "mixed3a").all().get(0))).isNotEqualTo(first);
  }

  @Test
  void aStoppedSeriesKeepsWhatIsThere() {
    final LayerRenditions some =
        Inversion.of(
            network,
            picture,
            List.of("conv2d0", "conv2d2", "mixed3a"),
            InversionRequest.STANDARD.steps(6, 0.05).regularizers(0, 0).seed(1),
            StepListener.NONE,
            stopAt(8));
    assertThat(some.interrupted()).isTrue();
    assertThat(some.all()).extracting(Rendition::layer).containsExactly("conv2d0", "conv2d2");
    assertThat(some.all()).extracting(Rendition::steps).containsExactly(6, 2);
    assertThat(some.provenance().entries()).containsEntry("stopped", "conv2d2 after 2 of 6");
    assertThatThrownBy(
            () ->
                Inversion.of(
                    network, picture, List.of("conv2d0"), INVERSION, StepListener.NONE, stopAt(0)))
        .isInstanceOf(CancellationException.class);
  }

  private static Progress stopAt(final int call) {
    final int[] calls = {0};
    return (fraction, what) -> {
      if (calls[0]++ == call) {
        throw new CancellationException("stopped by the user");
      }
    };
  }

  @Test
  void whatCannotBeMadeIsRefused() {
    assertThatThrownBy(() -> invert(INVERSION, "mixed9z"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("layer is \"mixed9z\"");
    assertThatThrownBy(() -> InversionRequest.STANDARD.steps(0, 0.05).regularizers(0, 0))
        .hasMessageContaining("steps is 0");
    assertThatThrownBy(() -> InversionRequest.STANDARD.steps(1, 0.05).regularizers(-1, 0))
        .hasMessage("tv is -1.0, expected a number from 0 up");
    assertThatThrownBy(() -> InversionRequest.STANDARD.steps(1, 0.05).regularizers(0, Double.NaN))
        .hasMessage("norm is NaN, expected a number from 0 up");
    assertThatThrownBy(() -> CaricatureRequest.STANDARD.steps(1, 0.05).transforms(Transforms.CROPS))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("transforms is crops, but a caricature is drawn of the whole");
    assertThatThrownBy(
            () -> CaricatureRequest.STANDARD.steps(1, 0.05).power(-1).transforms(Transforms.NONE))
        .hasMessage("power is -1.0, expected a number from 0 to 100");
    try (InceptionV1 silent = SmallNetworks.silent()) {
      assertThatThrownBy(
              () ->
                  Inversion.of(
                      silent,
                      picture,
                      List.of("conv2d1"),
                      INVERSION,
                      StepListener.NONE,
                      Progress.NONE))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("conv2d1 does not respond");
    }
  }
}
