package io.github.inceptionlens.activation.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.MemoryPictures.MemoryPicture;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.MeasuredRegion;
import io.github.inceptionlens.core.geometry.PartView;
import io.github.inceptionlens.core.geometry.PartView.Shape;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.textures.Scene;
import io.github.inceptionlens.textures.structure.TextureClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Units of which all is known: a dictionary's entries that answer to the masks of two structures in
 * scenes of the generator (of two scenes each, so that they overlap), to noise and to nothing.
 */
final class UnitSearchTest {

  private static final int SIDE = 48;
  private static final int PICTURES = 12;
  private static final long SEED = 3;

  private static InceptionV1 network;
  private static List<View> views;
  private static List<Shape> ones;
  private static List<Shape> others;

  @BeforeAll
  static void draw() {
    final float[] encoder = {
      1, 0, 0, 0, // blue: the one structure
      0, 1, 0, 0, // green: the other
      0, 0, 1, 0, // red: noise
      0, 0, 0, 1, // nothing
    };
    final Graft.Affine entries = new Graft.Affine(encoder, new float[4]);
    network =
        SmallNetworks.colors()
            .with(
                List.of(
                    new Graft("dict", "conv2d0", entries, Nonlinearity.RELU, Optional.empty())));
    ones = new ArrayList<>();
    others = new ArrayList<>();
    views = IntStream.range(0, PICTURES).mapToObj(UnitSearchTest::picture).toList();
  }

  @AfterAll
  static void close() {
    network.close();
  }

  /** Structures are lighter than all else, and the noise of either is as wide as their contrast. */
  private static View picture(final int index) {
    final Random dice = new Random(index);
    ones.add(region(index, TextureClass.NUCLEI));
    others.add(region(100 + index, TextureClass.RODS));
    final List<float[]> planes = new ArrayList<>();
    planes.add(plane(dice, (x, y) -> false));
    planes.add(plane(dice, others.get(index)));
    planes.add(plane(dice, ones.get(index)));
    return View.of(new Picture(SIDE, SIDE, planes));
  }

  /** Where a scene of the generator has a structure. */
  private static Shape region(final long seed, final TextureClass structure) {
    final Scene scene = Scene.of(seed, List.of(TextureClass.NUCLEI, TextureClass.RODS), SIDE, SIDE);
    final boolean[] mask =
        scene.regions().stream()
            .filter(region -> region.texture() == structure)
            .findFirst()
            .orElseThrow()
            .mask();
    return (x, y) -> mask[y * SIDE + x];
  }

  private static float[] plane(final Random dice, final Shape shape) {
    final float[] plane = new float[SIDE * SIDE];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = 100 * dice.nextFloat() + (shape.contains(i % SIDE, i / SIDE) ? 110 : 0);
    }
    return plane;
  }

  private static Layer layer() {
    return network.architecture().layer("dict");
  }

  private static boolean holds(final String target, final int picture, final int x, final int y) {
    final boolean one = ones.get(picture).contains(x, y);
    final boolean other = others.get(picture).contains(x, y);
    return switch (target) {
      case "A" -> one;
      case "B" -> other;
      case "not A" -> !one;
      case "A and B" -> one && other;
      case "A or B" -> one || other;
      case "A and not B" -> one && !other;
      case "B and not A" -> other && !one;
      case "A or not B" -> one || !other;
      case "not A and not B" -> !one && !other;
      default -> throw new IllegalArgumentException(target);
    };
  }

  private static List<MeasuredRegion> regions(final String target, final MemoryPicture picture) {
    final int index = MemoryPictures.index(picture.id());
    final View part =
        new PartView(picture.view(), 0, 0, SIDE, SIDE, (x, y) -> holds(target, index, x, y));
    return List.of(new MeasuredRegion(target, 0, 0, 1, Optional.of(part)));
  }

  private static DrawnItems drawn(final String target, final int pictures) {
    final Scan<MemoryPicture> scan =
        new Scan<>(
            network, List.of("dict_pre_relu"), MemoryPictures.of(views.subList(0, pictures)));
    final var ride =
        scan.ride(
            "places",
            new RegionPlaces<MemoryPicture>(
                network.architecture().layer("dict_pre_relu"),
                picture -> regions(target, picture),
                2000,
                SEED));
    scan.run(Optional.empty(), Progress.NONE);
    return ride.result();
  }

  private static List<FoundUnit> found(final String target, final int pictures) {
    final DrawnItems drawn = drawn(target, pictures);
    final Halves halves = Halves.of(drawn, PictureId::image);
    return UnitSearch.ofRegions(layer(), drawn, halves).find(RegionPlaces.INSIDE, 10);
  }

  @ParameterizedTest
  @CsvSource({
    "A, dict:0",
    "not A, not dict:0",
    "A and B, dict:0 and dict:1",
    "A or B, dict:0 or dict:1",
    "A and not B, dict:0 and not dict:1",
    "B and not A, dict:1 and not dict:0",
    "A or not B, dict:0 or not dict:1",
    "not A and not B, not dict:0 and not dict:1",
  })
  void whatWasMadeIsNamedExactly(final String target, final String unit) {
    final List<FoundUnit> found = found(target, PICTURES);
    final FoundUnit best = found.get(0);
    assertThat(best.unit()).isEqualTo(unit);
    assertThat(best.told().area()).isGreaterThan(0.995);
    assertThat(best.chosen()).isGreaterThan(0.995);
    assertThat(best.told().averagePrecision()).isGreaterThan(0.97);
    assertThat(best.permuted()).isBetween(0.4, 0.6);
    assertThat(found)
        .extracting(FoundUnit::chosen)
        .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    assertThat(found).hasSize(unit.contains(" and ") || unit.contains(" or ") ? 5 : 4);
    final FoundUnit.Example example = best.example().orElseThrow();
    assertThat(
            holds(
                target,
                MemoryPictures.index(example.picture()),
                (int) example.x(),
                (int) example.y()))
        .isTrue();
  }

  /** What tells by its absence, and what tells with another unit, has no part in it. */
  @ParameterizedTest
  @CsvSource({
    "A, dict:0, 0.995",
    "B, dict:1, 0.995",
    "A and not B, dict:0, 0.7",
    "A or not B, dict:0, 0.6",
    "not A and not B, dict:2, 0.4",
  })
  void theUnitThatTellsByItsPresenceAloneIsMeasuredOnTheOtherHalf(
      final String target, final String unit, final double least) {
    final DrawnItems drawn = drawn(target, PICTURES);
    final UnitSearch search =
        UnitSearch.ofRegions(layer(), drawn, Halves.of(drawn, PictureId::image));
    final FoundUnit present = search.present(RegionPlaces.INSIDE).orElseThrow();
    assertThat(present.unit()).isEqualTo(unit);
    assertThat(present.told().area()).isGreaterThan(least);
    search.find(RegionPlaces.INSIDE, 10).stream()
        .filter(one -> one.unit().equals(unit))
        .forEach(one -> assertThat(one.told()).isEqualTo(present.told()));
  }

  @Test
  void aUnitThatIsNeverActiveTellsNothingAndThePrevalenceIsThatOfAllPlaces() {
    final List<FoundUnit> found = found("A", PICTURES);
    final FoundUnit dead =
        found.stream().filter(one -> one.unit().endsWith("dict:3")).findFirst().orElseThrow();
    assertThat(dead.chosen()).isEqualTo(0.5);
    assertThat(dead.told().area()).isEqualTo(0.5);
    long inside = 0;
    for (int i = 0; i < PICTURES * SIDE * SIDE; i++) {
      inside += holds("A", i / (SIDE * SIDE), i % SIDE, i / SIDE % SIDE) ? 1 : 0;
    }
    final double prevalence = inside / (double) (PICTURES * SIDE * SIDE);
    assertThat(dead.told().prevalence()).isEqualTo(prevalence);
    assertThat(dead.told().averagePrecision()).isCloseTo(prevalence, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void fewPicturesAreEnough(final int pictures) {
    final DrawnItems drawn = drawn("A or B", pictures);
    final Halves halves = Halves.of(drawn, PictureId::image);
    assertThat(halves.isOnePicture()).isEqualTo(pictures == 1);
    final FoundUnit best =
        UnitSearch.ofRegions(layer(), drawn, halves).find(RegionPlaces.INSIDE, 1).get(0);
    assertThat(best.unit()).isEqualTo("dict:0 or dict:1");
    assertThat(best.told().area()).isGreaterThan(0.99);
  }

  /** Pictures of label A are darker in blue and lighter in green than others, all in all. */
  @Test
  void labelsAreToldByWhatTheirPicturesHaveInTheMean() {
    final List<View> pictures = new ArrayList<>();
    final List<String> labels = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      final boolean one = i % 2 == 0;
      final boolean other = i % 3 == 0;
      final Random dice = new Random(i);
      final List<float[]> planes = new ArrayList<>();
      planes.add(plane(dice, (x, y) -> dice.nextBoolean()));
      planes.add(plane(dice, (x, y) -> other));
      planes.add(plane(dice, (x, y) -> one));
      pictures.add(View.of(new Picture(SIDE, SIDE, planes)));
      labels.add(one && other ? "both" : one ? "one" : "rest");
    }
    final Scan<MemoryPicture> scan =
        new Scan<>(network, List.of("dict"), MemoryPictures.of(pictures, labels));
    final var ride = scan.ride("means", new LabelMeans<MemoryPicture>(layer(), 100, SEED));
    scan.run(Optional.empty(), Progress.NONE);
    final DrawnItems drawn = ride.result();
    assertThat(drawn.kinds()).containsExactly("both", "one", "rest");
    final Halves halves = Halves.of(drawn, PictureId::image);
    final UnitSearch search = UnitSearch.ofLabels(layer(), drawn, halves, SEED);
    assertThat(names(search, "both")).isEqualTo("dict:0 and dict:1");
    assertThat(names(search, "one")).isEqualTo("dict:0 and not dict:1");
    assertThat(names(search, "rest")).isEqualTo("not dict:0");
    assertThat(search.find("both", 1).get(0).told().prevalence()).isEqualTo(1 / 6.0);
  }

  private static String names(final UnitSearch search, final String label) {
    assertThat(search.canTell(label)).isTrue();
    final FoundUnit best = search.find(label, 3).get(0);
    assertThat(best.told().area()).as(label).isGreaterThan(0.99);
    assertThat(best.permuted()).as(label).isBetween(0.35, 0.65);
    return best.unit();
  }

  /** Of pure noise the best of many units and pairs is as good as the toss of a coin. */
  @Test
  void heldOutAChanceFindIsNone() {
    final Random dice = new Random(1);
    double all = 0;
    final int times = 20;
    for (int time = 0; time < times; time++) {
      final DrawnItems drawn = new DrawnItems();
      for (int i = 0; i < 200; i++) {
        final float[] values = new float[4];
        IntStream.range(0, 4).forEach(unit -> values[unit] = dice.nextFloat());
        final PictureId picture = new PictureId(String.format(Locale.ROOT, "%03d", i), 1);
        final String label = dice.nextBoolean() ? "a" : "b";
        drawn.takes(label, i, 200);
        drawn.keep(label, new DrawnItem(i, picture, 0, 0, 0, false, 0, values), 200);
      }
      final Halves halves = Halves.of(drawn, PictureId::image);
      final FoundUnit best = UnitSearch.ofLabels(layer(), drawn, halves, time).find("a", 1).get(0);
      assertThat(best.chosen()).isGreaterThan(0.5);
      all += best.told().area();
    }
    assertThat(all / times).isBetween(0.46, 0.54);
  }
}
