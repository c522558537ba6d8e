package io.github.inceptionlens.activation.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.MemoryPictures.MemoryPicture;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.Nonlinearity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Units whose matches are known: themselves, and themselves in another order. */
final class UnitMatchesTest {

  private static final int PICTURES = 6;
  private static final int ALL = 10_000;

  private static InceptionV1 network;
  private static InceptionV1 mixed;

  @BeforeAll
  static void build() {
    network = SmallNetworks.narrow(FrameworkConventions.CAFFE);
    mixed = SmallNetworks.mixed();
  }

  @AfterAll
  static void close() {
    network.close();
    mixed.close();
  }

  private static List<View> views(final int count) {
    return IntStream.range(0, count)
        .<View>mapToObj(i -> View.of(SmallNetworks.noise(72, 60, i)))
        .toList();
  }

  private static DrawnItems drawn(
      final InceptionV1 one,
      final String read,
      final Layer first,
      final Layer second,
      final List<View> views,
      final int most) {
    final Scan<MemoryPicture> scan = new Scan<>(one, List.of(read), MemoryPictures.of(views));
    final var ride =
        scan.ride(
            "places",
            new SharedPlaces<MemoryPicture>(
                one.architecture().layer(read), first, second, most, 5));
    scan.run(Optional.empty(), Progress.NONE);
    return ride.result();
  }

  private static UnitMatches matches(
      final InceptionV1 one, final String layer, final String other, final int pictures) {
    final Layer first = one.architecture().layer(layer);
    final Layer second = one.architecture().layer(other);
    final List<View> views = views(pictures);
    return new UnitMatches(
        first,
        second,
        drawn(one, layer, first, second, views, ALL),
        drawn(one, other, first, second, views, ALL),
        PictureId::image);
  }

  /** Units that are active at several places of either half. */
  private static boolean isSteady(final MatchedUnit one) {
    return one.chosen() > 0.999;
  }

  @Test
  void eachUnitOfALayerIsItsOwnMatchAndThoseThatNeverChangeHaveNone() {
    final UnitMatches matches = matches(network, "mixed3a", "mixed3a", PICTURES);
    final List<MatchedUnit> found = matches.matches();
    assertThat(found).isNotEmpty();
    for (final MatchedUnit one : found) {
      assertThat(one.match()).isEqualTo(one.unit());
      assertThat(one.correlation()).isCloseTo(1, within(1e-9));
    }
    final List<Unit> unmatched = matches.unmatched(found);
    assertThat(found.size() + unmatched.size())
        .isEqualTo(network.architecture().layer("mixed3a").channels());
    for (final Unit unit : unmatched) {
      final boolean alive =
          IntStream.range(0, PICTURES)
              .mapToObj(i -> SmallNetworks.noise(72, 60, i))
              .map(picture -> network.run(picture, List.of("mixed3a")).map("mixed3a"))
              .allMatch(map -> varies(map.channel(unit.channel())));
      assertThat(alive).as(unit.toString()).isFalse();
    }
  }

  private static boolean varies(final float[] values) {
    for (final float value : values) {
      if (value != values[0]) {
        return true;
      }
    }
    return false;
  }

  @Test
  void aDictionaryOfTheChannelsInAnotherOrderIsRead() {
    final int channels = network.architecture().layer("mixed3a").channels();
    final float[] encoder = new float[channels * channels];
    for (int entry = 0; entry < channels; entry++) {
      encoder[entry * channels + (3 * entry + 2) % channels] = 2;
    }
    assertThat(channels % 3).isNotZero();
    final Graft permuted =
        new Graft(
            "permuted",
            "mixed3a",
            new Graft.Affine(encoder, new float[channels]),
            Nonlinearity.NONE,
            Optional.empty());
    try (InceptionV1 edited = network.with(List.of(permuted))) {
      final List<MatchedUnit> found = matches(edited, "permuted", "mixed3a", PICTURES).matches();
      assertThat(found).isNotEmpty();
      for (final MatchedUnit one : found) {
        assertThat(one.match().channel()).isEqualTo((3 * one.unit().channel() + 2) % channels);
        assertThat(one.correlation()).isCloseTo(1, within(1e-6));
      }
    }
  }

  /** Against every pair of places, read off the maps. */
  @Test
  void theCorrelationIsPearsonsOfTheNearestUnitsOnTheOtherHalf() {
    final List<MatchedUnit> found = matches(network, "conv2d2", "mixed4a", PICTURES).matches();
    final Layer fine = network.architecture().layer("conv2d2");
    final Layer coarse = network.architecture().layer("mixed4a");
    final MatchedUnit best = found.get(0);
    final double[][] columns = new double[2][0];
    for (int picture = 1; picture < PICTURES; picture += 2) {
      final var answer =
          network.run(SmallNetworks.noise(72, 60, picture), List.of(fine.name(), coarse.name()));
      final FeatureMap small = answer.map(coarse.name());
      final FeatureMap large = answer.map(fine.name());
      for (int place = 0; place < small.channel(0).length; place++) {
        final int width = small.geometry().x().size();
        final double x = small.geometry().x().center(place % width);
        final double y = small.geometry().y().center(place / width);
        final int near =
            large.geometry().y().nearest(y) * large.geometry().x().size()
                + large.geometry().x().nearest(x);
        columns[0] = with(columns[0], large.channel(best.unit().channel())[near]);
        columns[1] = with(columns[1], small.channel(best.match().channel())[place]);
      }
    }
    assertThat(best.correlation())
        .isCloseTo(new PearsonsCorrelation().correlation(columns[0], columns[1]), within(1e-6));
    assertThat(found)
        .extracting(MatchedUnit::correlation)
        .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    assertThat(found).allMatch(one -> one.chosen() <= 1 && one.chosen() >= -1);
  }

  private static double[] with(final double[] values, final double value) {
    return DoubleStream.concat(Arrays.stream(values), DoubleStream.of(value)).toArray();
  }

  @Test
  void twoNetworksOnTwoScansAreReadAtTheSamePlacesThoughFewAreKept() {
    final Layer first = network.architecture().layer("mixed4a");
    final Layer second = mixed.architecture().layer("conv2d1");
    final List<View> views = views(PICTURES);
    final DrawnItems one = drawn(network, "mixed4a", first, second, views, 50);
    final DrawnItems other = drawn(mixed, "conv2d1", first, second, views, 50);
    assertThat(one.items()).hasSize(50);
    for (int i = 0; i < 50; i++) {
      assertThat(other.items().get(i).picture()).isEqualTo(one.items().get(i).picture());
      assertThat(other.items().get(i).place()).isEqualTo(one.items().get(i).place());
      assertThat(other.items().get(i).x()).isEqualTo(one.items().get(i).x());
    }
    final UnitMatches matches = new UnitMatches(first, second, one, other, PictureId::image);
    assertThat(matches.isEnough()).isTrue();
    assertThat(matches.matches()).isNotEmpty();
  }

  /** Where something lies at the same place of every picture, other pictures are as good. */
  @Test
  void whatAllPicturesShareIsSeenInTheShuffledOnes() {
    final List<View> views =
        IntStream.range(0, PICTURES)
            .<View>mapToObj(
                i -> {
                  final Picture noise = SmallNetworks.noise(72, 60, i);
                  return View.of(
                      SmallNetworks.picture(
                          72, 60, (x, y) -> (x < 30 ? 200 : 20) + noise.plane(0)[y * 72 + x] / 10));
                })
            .toList();
    final Layer layer = mixed.architecture().layer("conv2d0_pre_relu");
    final DrawnItems drawn = drawn(mixed, layer.name(), layer, layer, views, ALL);
    final List<MatchedUnit> found =
        new UnitMatches(layer, layer, drawn, drawn, PictureId::image).matches();
    assertThat(found).isNotEmpty().allMatch(one -> one.shuffled() > 0.9);
  }

  @Test
  void ofASinglePictureBlocksAreComparedAndNothingIsShuffled() {
    final List<MatchedUnit> found = matches(mixed, "conv2d1", "conv2d1", 1).matches();
    assertThat(found).isNotEmpty();
    assertThat(found).allMatch(UnitMatchesTest::isSteady);
    assertThat(found).allMatch(one -> Double.isNaN(one.shuffled()));
  }
}
