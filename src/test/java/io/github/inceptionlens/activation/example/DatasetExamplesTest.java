package io.github.inceptionlens.activation.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.activation.Masked;
import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.MemoryPictures.MemoryPicture;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.Activations;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.architecture.channel.ChannelChange;
import io.github.inceptionlens.network.edit.ChannelSplice;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.network.edit.UnitSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples against all values of all pictures. */
final class DatasetExamplesTest {

  private static final int WIDTH = 128;
  private static final int HEIGHT = 96;
  private static final List<Integer> CHANNELS = List.of(3, 0, 7);
  private static final List<Double> PARTS = List.of(0.0, 0.01, 0.25, 0.5, 0.75, 0.999, 1.0);

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

  private static List<UnitExamples> examples(
      final RankedUnits units, final ExampleRequest request, final List<View> seen) {
    final Scan<MemoryPicture> scan = new Scan<>(network, units.names(), MemoryPictures.of(seen));
    final Ride<MemoryPicture, ?, List<UnitExamples>> found =
        scan.ride("examples", new DatasetExamples(units, request));
    scan.run(Optional.empty(), Progress.NONE);
    return found.result();
  }

  private static LayerUnits units(final String layer) {
    return LayerUnits.of(network.architecture(), layer, CHANNELS);
  }

  /** A place by brute force. */
  private record Known(int picture, int column, int row, double value, double before) {}

  private static FeatureMap map(final View view, final String layer) {
    return network.run(view.picture(), List.of(layer)).map(layer);
  }

  /** All places of all pictures. */
  private static List<Known> all(final LayerUnits units, final int channel) {
    final List<Known> all = new ArrayList<>();
    for (int picture = 0; picture < views.size(); picture++) {
      final float[] before = map(views.get(picture), units.before().name()).channel(channel);
      final FeatureMap map = map(views.get(picture), units.layer().name());
      final int columns = map.geometry().x().size();
      for (int i = 0; i < before.length; i++) {
        all.add(new Known(picture, i % columns, i / columns, map.channel(channel)[i], before[i]));
      }
    }
    return all;
  }

  /** The best places, greedily: of a picture no two that see much of the same. */
  private static List<Known> best(
      final List<Known> all,
      final double sign,
      final int count,
      final int perPicture,
      final Geometry geometry) {
    final List<Known> kept = new ArrayList<>();
    all.stream()
        .sorted(Comparator.comparingDouble(one -> -sign * one.before()))
        .forEach(
            one -> {
              final List<Known> beside =
                  kept.stream().filter(other -> other.picture() == one.picture()).toList();
              if (beside.size() < perPicture
                  && beside.stream().allMatch(other -> areApart(one, other, geometry))) {
                kept.add(one);
              }
            });
    return kept.subList(0, Math.min(count, kept.size()));
  }

  private static boolean areApart(final Known one, final Known other, final Geometry geometry) {
    final double half = geometry.x().receptiveField() / 2.0;
    return Math.abs(one.column() - other.column()) * geometry.x().stride() >= half
        || Math.abs(one.row() - other.row()) * geometry.y().stride() >= half;
  }

  private static void assertSame(
      final List<Example> examples, final List<Known> known, final Geometry geometry) {
    assertThat(examples).hasSameSizeAs(known);
    for (int i = 0; i < known.size(); i++) {
      final Example example = examples.get(i);
      assertThat(example.value()).isCloseTo(known.get(i).value(), within(1e-4));
      assertThat(example.before()).isCloseTo(known.get(i).before(), within(1e-4));
      assertThat(MemoryPictures.index(example.picture())).isEqualTo(known.get(i).picture());
      assertThat(example.x()).isEqualTo(geometry.x().center(known.get(i).column()));
      assertThat(example.y()).isEqualTo(geometry.y().center(known.get(i).row()));
    }
  }

  /** The sixth picture is the second once more: of the two the first by name comes first. */
  @ParameterizedTest
  @ValueSource(strings = {"conv2d2", "mixed3a", "mixed3a_pre_relu", "mixed3a_3x3", "maxpool4"})
  void theExamplesAreTheExtremePlacesOfAllPictures(final String layer) {
    final LayerUnits units = units(layer);
    final Geometry geometry = map(views.get(0), layer).geometry();
    for (final int perPicture : new int[] {1, 3}) {
      final List<UnitExamples> examples =
          examples(units, new ExampleRequest(5, perPicture, List.of(), 0), views);
      for (int i = 0; i < CHANNELS.size(); i++) {
        final List<Known> all = all(units, CHANNELS.get(i));
        assertThat(examples.get(i).unit()).isEqualTo(layer + ":" + CHANNELS.get(i));
        assertSame(examples.get(i).top(), best(all, 1, 5, perPicture, geometry), geometry);
        assertSame(examples.get(i).bottom(), best(all, -1, 5, perPicture, geometry), geometry);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"conv2d2", "mixed3a"})
  void theQuantilesAreThoseOfAllPlaces(final String layer) {
    final LayerUnits units = units(layer);
    final Geometry geometry = map(views.get(0), layer).geometry();
    final List<UnitExamples> examples = examples(units, new ExampleRequest(1, 1, PARTS, 5), views);
    for (int i = 0; i < CHANNELS.size(); i++) {
      final List<Known> all = all(units, CHANNELS.get(i));
      final double[] sorted = all.stream().mapToDouble(Known::before).sorted().toArray();
      assertThat(examples.get(i).histogram().size()).isEqualTo(sorted.length);
      for (final UnitExamples.QuantileExample quantile : examples.get(i).quantiles()) {
        final Example example = quantile.example();
        final double exact = sorted[(int) (quantile.part() * (sorted.length - 1))];
        assertThat(example.before()).isCloseTo(exact, within(0.01 * Math.abs(exact) + 1e-6));
        assertThat(all)
            .anyMatch(
                one ->
                    one.picture() == MemoryPictures.index(example.picture())
                        && geometry.x().center(one.column()) == example.x()
                        && geometry.y().center(one.row()) == example.y()
                        && Math.abs(one.before() - example.before()) < 1e-4
                        && Math.abs(one.value() - example.value()) < 1e-4);
      }
      assertThat(examples.get(i).quantiles())
          .extracting(UnitExamples.QuantileExample::part)
          .isEqualTo(PARTS);
    }
  }

  @Test
  void valuesAreRankedBeforeTheRectifierAndGivenAfterIt() {
    final UnitExamples unit = examples(units("mixed3a"), ExampleRequest.of(7), views).get(0);
    assertThat(unit.bottom()).allMatch(one -> one.before() < 0 && one.value() == 0);
    assertThat(unit.top()).allMatch(one -> one.value() == Math.max(0, one.before()));
    assertThat(units("mixed3a_pre_relu").names()).containsExactly("mixed3a_pre_relu");
  }

  /** After top-k most entries are 0, however strong they are. */
  @Test
  void entriesWithTopKHaveTheValuesThatTheNetworkGives() {
    final int channels = network.architecture().layer("mixed3a").channels();
    final float[] encoder = new float[channels * channels];
    IntStream.range(0, channels).forEach(i -> encoder[i * channels + i] = 1);
    final Graft graft =
        new Graft(
            "few",
            "mixed3a_pre_relu",
            new Graft.Affine(encoder, new float[channels]),
            new Nonlinearity.TopK(2),
            Optional.empty());
    try (InceptionV1 edited = network.edited(graft)) {
      final LayerUnits units = LayerUnits.of(edited.architecture(), "few", CHANNELS);
      assertThat(units.names()).containsExactly("few", "few_pre_relu");
      final Scan<MemoryPicture> scan = new Scan<>(edited, units.names(), MemoryPictures.of(views));
      final Ride<MemoryPicture, ?, List<UnitExamples>> found =
          scan.ride("examples", new DatasetExamples(units, ExampleRequest.of(5)));
      scan.run(Optional.empty(), Progress.NONE);
      for (int i = 0; i < CHANNELS.size(); i++) {
        for (final Example example : found.result().get(i).top()) {
          final View view = views.get(MemoryPictures.index(example.picture()));
          final FeatureMap map = edited.run(view.picture(), List.of("few")).map("few");
          final int column = (int) Math.round(map.geometry().x().unit(example.x()));
          final int row = (int) Math.round(map.geometry().y().unit(example.y()));
          assertThat((double) map.channel(CHANNELS.get(i))[row * map.maps().width() + column])
              .isCloseTo(example.value(), within(1e-3));
        }
      }
      assertThat(found.result().stream().flatMap(unit -> unit.top().stream()))
          .anyMatch(one -> one.before() > 1 && one.value() == 0);
    }
  }

  @Test
  void anEditedLayerIsRankedByWhatItsReadersRead() {
    final ChannelSplice splice =
        new ChannelSplice(UnitSet.parse("mixed3a:3"), ChannelChange.scale(-1));
    try (InceptionV1 edited = network.edited(splice)) {
      final LayerUnits units = LayerUnits.of(edited.architecture(), "mixed3a", List.of(3));
      assertThat(units.before().name()).isEqualTo("mixed3a");
      final UnitExamples plain = examples(units("mixed3a"), ExampleRequest.of(3), views).get(0);
      final Scan<MemoryPicture> scan = new Scan<>(edited, units.names(), MemoryPictures.of(views));
      final Ride<MemoryPicture, ?, List<UnitExamples>> found =
          scan.ride("examples", new DatasetExamples(units, ExampleRequest.of(3)));
      scan.run(Optional.empty(), Progress.NONE);
      for (int rank = 0; rank < 3; rank++) {
        assertThat(found.result().get(0).bottom().get(rank).value())
            .isCloseTo(-plain.top().get(rank).value(), within(1e-3));
      }
    }
  }

  @Test
  void theSeedDecidesWhichOfThePlacesNearAQuantileIsShown() {
    final LayerUnits units = units("conv2d2");
    final List<List<UnitExamples.QuantileExample>> drawn = new ArrayList<>();
    for (int seed = 0; seed < 8; seed++) {
      drawn.add(
          examples(units, new ExampleRequest(1, 1, List.of(0.5), seed), views).get(0).quantiles());
    }
    assertThat(drawn.stream().distinct().count()).isGreaterThan(3);
    assertThat(drawn.stream().map(one -> one.get(0).example().picture()).distinct().count())
        .isGreaterThan(2);
  }

  @Test
  void placesLieInTheSelection() {
    final List<View> masked = List.of(new Masked(views.get(0), WIDTH / 2));
    final UnitExamples unit =
        examples(units("mixed3a"), new ExampleRequest(9, 9, PARTS, 0), masked).get(0);
    assertThat(unit.top()).isNotEmpty().allMatch(one -> Math.round(one.x()) < WIDTH / 2);
    assertThat(unit.bottom()).isNotEmpty().allMatch(one -> Math.round(one.x()) < WIDTH / 2);
    assertThat(unit.quantiles()).allMatch(one -> Math.round(one.example().x()) < WIDTH / 2);
  }

  @Test
  void classesRankWholePicturesByTheirLogits() {
    final List<UnitExamples> found =
        examples(
            ClassUnits.of(network.architecture(), List.of(4, 1)),
            new ExampleRequest(3, 2, List.of(0.5), 0),
            views);
    final int[] classes = {4, 1};
    for (int i = 0; i < 2; i++) {
      final int index = classes[i];
      final double[] logits =
          views.stream()
              .map(view -> network.run(view.picture(), List.of(Architecture.LOGITS)))
              .map(Activations::logits)
              .mapToDouble(all -> all[index])
              .toArray();
      assertThat(found.get(i).unit()).isEqualTo("class:" + index);
      assertThat(found.get(i).top()).hasSize(3);
      final double[] sorted = DoubleStream.of(logits).sorted().toArray();
      for (int rank = 0; rank < 3; rank++) {
        final Example example = found.get(i).top().get(rank);
        assertThat(example.value()).isCloseTo(sorted[6 - rank], within(1e-2));
        assertThat(logits[MemoryPictures.index(example.picture())])
            .isCloseTo(example.value(), within(1e-2));
        assertThat(List.of(example.x(), example.y()))
            .containsExactly((WIDTH - 1) / 2.0, (HEIGHT - 1) / 2.0);
      }
    }
  }

  @Test
  void fewerPicturesThanWantedAreAllExamplesAndEqualOnesKeepTheirOrder() {
    final List<Example> all = examples(units("conv2d2"), ExampleRequest.of(20), views).get(0).top();
    assertThat(all).hasSize(7);
    final List<Integer> order =
        all.stream().map(one -> MemoryPictures.index(one.picture())).toList();
    assertThat(order.indexOf(6)).isEqualTo(order.indexOf(2) + 1);
  }

  /** Whatever lies outside the crop, the unit answers the same. */
  @Test
  void theCropHoldsAllThatTheUnitSees() {
    final LayerUnits units = units("mixed3a_pre_relu");
    final List<UnitExamples> found = examples(units, ExampleRequest.of(3), views);
    for (int i = 0; i < CHANNELS.size(); i++) {
      for (final Example example : found.get(i).top()) {
        final View view = views.get(MemoryPictures.index(example.picture()));
        final Geometry geometry = map(view, units.layer().name()).geometry();
        final int column = (int) Math.round(geometry.x().unit(example.x()));
        final int row = (int) Math.round(geometry.y().unit(example.y()));
        final Picture changed = noise(99);
        paste(
            example.crop(view, geometry.x().receptiveField()),
            Math.max(0, geometry.x().first(column)),
            Math.max(0, geometry.y().first(row)),
            changed);
        final float[] values = map(View.of(changed), units.layer().name()).channel(CHANNELS.get(i));
        assertThat((double) values[row * geometry.x().size() + column])
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

  private static Example at(final double x, final double y) {
    return new Example(new PictureId("one", 1), "", 1, 1, x, y, 0, 0);
  }

  @Test
  void aCropIsCutAtTheBordersOfThePicture() {
    final float[] picture = views.get(0).picture().plane(1);
    final Picture corner = at(0, HEIGHT - 1).crop(views.get(0), 5);
    assertThat(corner.dimensionsAsLongArray()).containsExactly(3, 3, 3);
    assertThat(corner.plane(1)[2 * 3]).isEqualTo(picture[(HEIGHT - 1) * WIDTH]);
    assertThat(corner.plane(1)[2]).isEqualTo(picture[(HEIGHT - 3) * WIDTH + 2]);
    final Picture inside = at(40, 30).crop(views.get(0), 5);
    assertThat(inside.dimensionsAsLongArray()).containsExactly(5, 5, 3);
    assertThat(inside.plane(1)[0]).isEqualTo(picture[28 * WIDTH + 38]);
    final Picture all = at(40, 30).crop(views.get(0), 999);
    assertThat(all.plane(1)).isEqualTo(picture);
  }

  @Test
  void aPictureThatIsTooSmallIsRefused() {
    final View small = View.of(SmallNetworks.noise(2, 2, 0));
    assertThatThrownBy(() -> examples(units("mixed3a"), ExampleRequest.of(1), List.of(small)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("needs at least");
  }
}
