package io.github.inceptionlens.activation.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonParser;
import io.github.inceptionlens.activation.SelectedUnits;
import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.MemoryPictures.MemoryPicture;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.MeasuredRegion;
import io.github.inceptionlens.core.geometry.PartView;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What is drawn of pictures, in parts that are put together, and how many there were. */
final class DrawnItemsTest {

  private static final int PICTURES = 6;
  private static final int MOST = 40;

  private static InceptionV1 network;
  private static List<Seen<MemoryPicture>> seen;

  @BeforeContainer
  static void look() {
    network = SmallNetworks.mixed();
    seen = IntStream.range(0, PICTURES).mapToObj(DrawnItemsTest::seen).toList();
  }

  @AfterContainer
  static void close() {
    network.close();
  }

  private static Seen<MemoryPicture> seen(final int index) {
    final Picture picture = SmallNetworks.noise(40, 36, index);
    final View view = View.of(picture);
    return new Seen<>(
        new MemoryPicture(MemoryPictures.id(index), "label " + index % 2, view),
        view,
        network.run(picture, List.of("conv2d1")));
  }

  private static Layer layer() {
    return network.architecture().layer("conv2d1");
  }

  /** A rectangle, and a pixel that no unit's center is on. */
  private static List<MeasuredRegion> regions(final MemoryPicture picture) {
    final View rectangle = new PartView(picture.view(), 4, 6, 16, 10, (x, y) -> true);
    final View pixel = new PartView(picture.view(), 31, 31, 1, 1, (x, y) -> true);
    return List.of(
        new MeasuredRegion("rectangle", 0, 0, 1, Optional.of(rectangle)),
        new MeasuredRegion("pixel", 0, 0, 1, Optional.of(pixel)),
        new MeasuredRegion("outside of the image", 0, 0, 0, Optional.empty()));
  }

  private static ItemCollector<MemoryPicture> collector(final boolean places) {
    return places
        ? new RegionPlaces<>(layer(), DrawnItemsTest::regions, MOST, 7)
        : new LabelMeans<>(layer(), 2, 7);
  }

  private static String text(final DrawnItems items) {
    return items.kinds().stream()
        .map(
            kind ->
                kind
                    + items.count(kind)
                    + items.items(kind).stream()
                        .map(item -> item + Arrays.toString(item.values()))
                        .map(text -> text.replaceAll("\\[F@[0-9a-f]+", ""))
                        .collect(Collectors.joining("\n")))
        .collect(Collectors.joining("\n"));
  }

  @Property(tries = 30)
  void anyOrderCutAndRestartDrawsTheSame(
      @ForAll final long seed,
      @ForAll @IntRange(max = PICTURES) final int cut,
      @ForAll final boolean places) {
    final ItemCollector<MemoryPicture> collector = collector(places);
    final List<Seen<MemoryPicture>> shuffled = new ArrayList<>(seen);
    Collections.shuffle(shuffled, new Random(seed));
    DrawnItems one = collector.supplier().get();
    final DrawnItems other = collector.supplier().get();
    for (int i = 0; i < PICTURES; i++) {
      collector.accumulator().accept(i < cut ? one : other, shuffled.get(i));
      one = collector.restored(JsonParser.parseString(collector.keep(one).toString()));
    }
    final DrawnItems straight = collector.supplier().get();
    seen.forEach(picture -> collector.accumulator().accept(straight, picture));
    assertThat(text(collector.combiner().apply(one, other))).isEqualTo(text(straight));
  }

  @Example
  void placesAreThoseOfTheLayerWithTheirValuesAndAllAreCounted() {
    final ItemCollector<MemoryPicture> collector = collector(true);
    final DrawnItems drawn = collector.supplier().get();
    seen.forEach(picture -> collector.accumulator().accept(drawn, picture));
    // of 20 x 18 units 2 pixels apart, from pixel 0 on: 8 x 5 in the rectangle, and the nearest one
    assertThat(drawn.count(RegionPlaces.INSIDE)).isEqualTo(PICTURES * 41);
    assertThat(drawn.count()).isEqualTo(PICTURES * 20 * 18);
    for (final String kind : drawn.kinds()) {
      assertThat(drawn.items(kind)).hasSize(MOST).doesNotHaveDuplicates();
      for (final DrawnItem item : drawn.items(kind)) {
        final Seen<MemoryPicture> picture = seen.get(MemoryPictures.index(item.picture()));
        final FeatureMap map = picture.activations().map("conv2d1");
        final SelectedUnits units = new SelectedUnits(map.geometry(), picture.view());
        assertThat(item.x()).isEqualTo(units.x(item.place()));
        assertThat(item.y()).isEqualTo(units.y(item.place()));
        assertThat(item.values()).isEqualTo(ItemCollector.values(map, item.place()));
        final boolean inside =
            item.x() >= 4 && item.x() < 20 && item.y() >= 6 && item.y() < 16
                || Math.abs(item.x() - 31) <= 1 && Math.abs(item.y() - 31) <= 1;
        assertThat(kind.equals(RegionPlaces.INSIDE)).isEqualTo(inside);
      }
    }
  }

  @Example
  void picturesHaveTheMeansOfTheirMaps() {
    final ItemCollector<MemoryPicture> collector = collector(false);
    final DrawnItems drawn = collector.supplier().get();
    seen.forEach(picture -> collector.accumulator().accept(drawn, picture));
    assertThat(drawn.kinds()).containsExactly("label 0", "label 1");
    assertThat(drawn.count("label 0")).isEqualTo(3);
    assertThat(drawn.items()).hasSize(4);
    for (final DrawnItem item : drawn.items()) {
      final FeatureMap map =
          seen.get(MemoryPictures.index(item.picture())).activations().map("conv2d1");
      for (int unit = 0; unit < 4; unit++) {
        double sum = 0;
        for (final float value : map.channel(unit)) {
          sum += value;
        }
        assertThat((double) item.values()[unit])
            .isCloseTo(sum / map.channel(unit).length, within(1e-4));
      }
    }
  }
}
