package io.github.inceptionlens.activation.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.activation.ChannelStatistics;
import io.github.inceptionlens.activation.Masked;
import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.MemoryPictures.MemoryPicture;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class SampledPlacesTest {

  private static final Unit UNIT = new Unit("mixed3a_pre_relu", 0);
  private static final int WIDTH = 128;
  private static final int HEIGHT = 96;

  private static final RecursiveComparisonConfiguration TO_FLOAT_NOISE =
      RecursiveComparisonConfiguration.builder()
          .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-4 ? 0 : 1, Double.class)
          .build();

  private static InceptionV1 network;
  private static List<View> views;

  @BeforeAll
  static void build() {
    network = SmallNetworks.narrow(FrameworkConventions.CAFFE);
    views =
        IntStream.range(0, 6)
            .mapToObj(seed -> View.of(SmallNetworks.noise(WIDTH, HEIGHT, seed)))
            .toList();
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static void look(final SampledPlaces places, final List<View> seen) {
    for (int i = 0; i < seen.size(); i++) {
      places.look(MemoryPictures.id(i), seen.get(i));
    }
  }

  private static SampledPlaces places(final List<View> seen, final long seed) {
    final SampledPlaces places = new SampledPlaces(network, UNIT, seed);
    look(places, seen);
    return places;
  }

  @Test
  void everyPictureHasItsStrongestPlaceAndOthersWithTheValuesOfTheMap() {
    final SampledPlaces places = places(views, 1);
    assertThat(places.pictures()).isEqualTo(6);
    final List<Example> all = places.places(5, List.of());
    assertThat(all).hasSize(30).doesNotHaveDuplicates();
    for (int i = 0; i < all.size(); i++) {
      final Example place = all.get(i);
      assertThat(place.picture()).isEqualTo(MemoryPictures.id(i / 5));
      final View view = views.get(MemoryPictures.index(place.picture()));
      final FeatureMap map = network.run(view.picture(), List.of(UNIT.layer())).map(UNIT.layer());
      final Geometry geometry = map.geometry();
      final float[] values = map.channel(UNIT.channel());
      final int column = (int) geometry.x().unit(place.x());
      final int row = (int) geometry.y().unit(place.y());
      assertThat(place.value()).isEqualTo(values[row * geometry.x().size() + column]);
      if (i % 5 == 0) {
        assertThat(place.value())
            .isEqualTo(ChannelStatistics.of(map, view).get(UNIT.channel()).peak());
      }
    }
  }

  @Test
  void thePicturesOfTheStrongestAreThoseOfDatasetExamplesAndCanBeLeftOut() {
    final LayerUnits units =
        LayerUnits.of(network.architecture(), UNIT.layer(), List.of(UNIT.channel()));
    final Scan<MemoryPicture> scan = new Scan<>(network, units.names(), MemoryPictures.of(views));
    final Ride<MemoryPicture, ?, List<UnitExamples>> found =
        scan.ride("examples", new DatasetExamples(units, ExampleRequest.of(2)));
    scan.run(Optional.empty(), Progress.NONE);
    final SampledPlaces places = places(views, 1);
    final List<Example> strongest = places.strongest(2);
    assertThat(strongest)
        .usingRecursiveFieldByFieldElementComparator(TO_FLOAT_NOISE)
        .isEqualTo(found.result().get(0).top());
    assertThat(places.places(5, strongest))
        .hasSize(20)
        .extracting(Example::picture)
        .doesNotContainAnyElementsOf(strongest.stream().map(Example::picture).toList());
  }

  @Test
  void theSeedDecidesWhichOthers() {
    final List<Example> first = places(views, 1).places(5, List.of());
    assertThat(places(views, 1).places(5, List.of())).isEqualTo(first);
    assertThat(places(views, 2).places(5, List.of())).isNotEqualTo(first);
  }

  @Test
  void placesLieInTheSelection() {
    final List<Example> all =
        places(List.of(new Masked(views.get(0), WIDTH / 2)), 1).places(64, List.of());
    assertThat(all).hasSizeGreaterThan(2).allMatch(place -> Math.round(place.x()) < WIDTH / 2);
  }

  @Test
  void cropsAreNoLargerThanThePicture() {
    final SampledPlaces places = places(views, 1);
    final int field =
        Geometry.of(network.architecture().layer(UNIT.layer()), WIDTH, HEIGHT).x().receptiveField();
    assertThat(places.cropWidth()).isEqualTo(Math.min(WIDTH, field));
    assertThat(places.cropHeight()).isEqualTo(Math.min(HEIGHT, field));
  }

  /** Where the unit sees the whole picture at every place, they are all the same to an observer. */
  @Test
  void aPictureThatTheUnitSeesAsAWholeIsOnePlace() {
    final SampledPlaces places = new SampledPlaces(network, new Unit("mixed5b_pre_relu", 1), 1);
    look(places, views);
    places.look(MemoryPictures.id(6), views.get(2));
    assertThat(places.pictures()).isEqualTo(7);
    assertThat(places.places(64, List.of()))
        .extracting(Example::picture)
        .containsExactlyElementsOf(IntStream.range(0, 6).mapToObj(MemoryPictures::id).toList());
  }

  @Test
  void whatTheUnitSeesAtTwoPlacesOfAPictureIsMostlyDifferent() {
    final List<Example> all = places(views.subList(0, 1), 1).places(64, List.of());
    final int side =
        Geometry.of(network.architecture().layer(UNIT.layer()), WIDTH, HEIGHT).x().receptiveField();
    assertThat(all).hasSizeGreaterThan(3);
    for (final Example one : all) {
      for (final Example other : all) {
        if (one != other) {
          final double common =
              overlap(one.x(), other.x(), side, WIDTH) * overlap(one.y(), other.y(), side, HEIGHT);
          assertThat(common)
              .isLessThanOrEqualTo(0.5 * Math.min(area(one, side), area(other, side)));
        }
      }
    }
  }

  private static double area(final Example one, final int side) {
    return overlap(one.x(), one.x(), side, WIDTH) * overlap(one.y(), one.y(), side, HEIGHT);
  }

  /** How many pixels of an axis two fields have in common within the picture. */
  private static double overlap(
      final double one, final double other, final int side, final int length) {
    final double reach = (side - 1) / 2.0;
    final double first = Math.max(0, Math.round(Math.max(one, other) - reach));
    final double last = Math.min(length, Math.round(Math.min(one, other) - reach) + side);
    return Math.max(0, last - first);
  }

  @Test
  void windowsAreOfOneSizeAndLieWithinThePicture() {
    final float[] plane = new float[30 * 20];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = i;
    }
    final View view = View.of(new Picture(30, 20, List.of(plane, plane, plane)));
    for (final double[] place : new double[][] {{0, 0}, {29, 19}, {15, 10}, {2, 18}}) {
      final var window =
          new Example(MemoryPictures.id(0), "", 1, 1, place[0], place[1], 0, 0).window(view, 11, 7);
      assertThat(new long[] {window.dimension(0), window.dimension(1)}).containsExactly(11, 7);
      final float first = window.plane(0)[0];
      final int left = (int) Math.max(0, Math.min(19, place[0] - 5));
      final int top = (int) Math.max(0, Math.min(13, place[1] - 3));
      assertThat(first).isEqualTo(top * 30 + left);
    }
  }
}
