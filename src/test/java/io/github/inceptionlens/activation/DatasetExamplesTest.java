package io.github.inceptionlens.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.activation.DatasetExamples.Example;
import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.MemoryPictures.MemoryPicture;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class DatasetExamplesTest {

  private static final int WIDTH = 128;
  private static final int HEIGHT = 96;
  private static final List<Unit> UNITS =
      List.of(new Unit("conv2d2", 1), new Unit("mixed3a_pre_relu", 0), new Unit("conv2d2", 0));

  private static InceptionV1 network;
  private static List<View> views;

  @BeforeAll
  static void build() {
    network = SmallNetworks.narrow(FrameworkConventions.CAFFE);
    views = new ArrayList<>();
    IntStream.range(0, 6).mapToObj(seed -> View.of(noise(seed))).forEach(views::add);
    views.add(views.get(2));
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static Picture noise(final int seed) {
    return SmallNetworks.noise(WIDTH, HEIGHT, seed);
  }

  private static Map<Unit, List<Example>> examples(final int count) {
    final DatasetExamples examples = new DatasetExamples(UNITS, count);
    final Scan<MemoryPicture> scan =
        new Scan<>(network, examples.layers(), MemoryPictures.of(views));
    final Ride<MemoryPicture, ?, Map<Unit, List<Example>>> found = scan.ride("examples", examples);
    scan.run(Optional.empty(), Progress.NONE);
    return found.result();
  }

  private static float[] channel(final Picture picture, final Unit unit) {
    return map(picture, unit).channel(unit.channel());
  }

  private static FeatureMap map(final Picture picture, final Unit unit) {
    return network.run(picture, List.of(unit.layer())).map(unit.layer());
  }

  private static View view(final Example example) {
    return views.get(MemoryPictures.index(example.picture()));
  }

  private static double peak(final View view, final Unit unit) {
    double peak = Double.NEGATIVE_INFINITY;
    for (final float value : channel(view.picture(), unit)) {
      peak = Math.max(peak, value);
    }
    return peak;
  }

  @Test
  void theExamplesAreTheLargestPeaksOfAllPicturesForEveryUnitAtOnce() {
    final Map<Unit, List<Example>> examples = examples(3);
    for (final Unit unit : UNITS) {
      final List<PictureId> sorted =
          IntStream.range(0, views.size())
              .boxed()
              .sorted(Comparator.comparingDouble((Integer i) -> -peak(views.get(i), unit)))
              .limit(3)
              .map(MemoryPictures::id)
              .toList();
      assertThat(examples.get(unit)).extracting(Example::picture).isEqualTo(sorted);
      assertThat(examples.get(unit))
          .allSatisfy(
              one -> assertThat(one.value()).isCloseTo(peak(view(one), unit), within(1e-4)));
    }
  }

  @Test
  void fewerPicturesThanWantedAreAllExamplesAndEqualOnesKeepTheirOrder() {
    final List<Example> all = examples(20).get(UNITS.get(0));
    assertThat(all).hasSize(7);
    final List<Integer> order =
        all.stream().map(one -> MemoryPictures.index(one.picture())).toList();
    assertThat(order.indexOf(6)).isEqualTo(order.indexOf(2) + 1);
  }

  /** Whatever lies outside the crop, the unit answers the same. */
  @Test
  void theCropHoldsAllThatTheUnitSees() {
    for (final Unit unit : UNITS) {
      for (final Example example : examples(3).get(unit)) {
        final View view = view(example);
        final Geometry geometry = map(view.picture(), unit).geometry();
        final int column = (int) Math.round(geometry.x().unit(example.x()));
        final int row = (int) Math.round(geometry.y().unit(example.y()));
        final Picture changed = noise(99);
        paste(
            example.crop(view, geometry.x().receptiveField()),
            Math.max(0, geometry.x().first(column)),
            Math.max(0, geometry.y().first(row)),
            changed);
        assertThat((double) channel(changed, unit)[row * geometry.x().size() + column])
            .isCloseTo(example.value(), within(1e-4 * Math.max(1, Math.abs(example.value()))));
      }
    }
  }

  private static void paste(
      final Picture crop, final int left, final int top, final Picture picture) {
    final int width = crop.width();
    for (int row = 0; row < crop.dimension(1); row++) {
      for (int plane = 0; plane < 3; plane++) {
        System.arraycopy(
            crop.plane(plane),
            row * width,
            picture.plane(plane),
            (top + row) * WIDTH + left,
            width);
      }
    }
  }

  @Test
  void aCropIsCutAtTheBordersOfThePicture() {
    final float[] picture = views.get(0).picture().plane(1);
    final Picture corner =
        new Example(UNITS.get(0), MemoryPictures.id(0), 1, 0, HEIGHT - 1).crop(views.get(0), 5);
    assertThat(corner.dimensionsAsLongArray()).containsExactly(3, 3, 3);
    assertThat(corner.plane(1)[2 * 3]).isEqualTo(picture[(HEIGHT - 1) * WIDTH]);
    assertThat(corner.plane(1)[2]).isEqualTo(picture[(HEIGHT - 3) * WIDTH + 2]);
    final Picture inside =
        new Example(UNITS.get(0), MemoryPictures.id(0), 1, 40, 30).crop(views.get(0), 5);
    assertThat(inside.dimensionsAsLongArray()).containsExactly(5, 5, 3);
    assertThat(inside.plane(1)[0]).isEqualTo(picture[28 * WIDTH + 38]);
    final Picture all =
        new Example(UNITS.get(0), MemoryPictures.id(0), 1, 40, 30).crop(views.get(0), 999);
    assertThat(all.plane(1)).isEqualTo(picture);
  }

  @Test
  void aPictureThatIsTooSmallIsRefused() {
    final DatasetExamples examples = new DatasetExamples(UNITS, 1);
    final View small = View.of(SmallNetworks.noise(2, 2, 0));
    final Scan<MemoryPicture> scan =
        new Scan<>(network, examples.layers(), MemoryPictures.of(List.of(small)));
    assertThatThrownBy(() -> scan.run(Optional.empty(), Progress.NONE))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("needs at least");
  }
}
