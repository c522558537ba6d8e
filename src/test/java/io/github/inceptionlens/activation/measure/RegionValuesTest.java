package io.github.inceptionlens.activation.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonParser;
import io.github.inceptionlens.activation.ChannelOrder;
import io.github.inceptionlens.activation.ChannelStatistics;
import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.MemoryPictures.MemoryPicture;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.MeasuredRegion;
import io.github.inceptionlens.core.geometry.PartView;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What is measured in regions of several pictures. */
final class RegionValuesTest {

  private static final int PICTURES = 5;
  private static final List<String> LAYERS = List.of("mixed3a", "mixed4a");

  private static InceptionV1 network;
  private static List<Seen<MemoryPicture>> seen;

  @BeforeContainer
  static void look() {
    network = SmallNetworks.ofBothSigns(SmallNetworks.narrowTable(FrameworkConventions.CAFFE));
    seen = IntStream.range(0, PICTURES).mapToObj(RegionValuesTest::seen).toList();
  }

  @AfterContainer
  static void close() {
    network.close();
  }

  private static Seen<MemoryPicture> seen(final int index) {
    final Picture picture = picture(index);
    final View view = View.of(picture);
    return new Seen<>(
        new MemoryPicture(MemoryPictures.id(index), "", view), view, network.run(picture, LAYERS));
  }

  private static Picture picture(final int seed) {
    final Random random = new Random(seed);
    final List<float[]> planes = new ArrayList<>();
    for (int c = 0; c < 3; c++) {
      final float[] plane = new float[72 * 64];
      for (int i = 0; i < plane.length; i++) {
        plane[i] = random.nextInt(256);
      }
      planes.add(plane);
    }
    return new Picture(72, 64, planes);
  }

  /** As many regions as the picture's number, the last of which lies outside. */
  private static List<MeasuredRegion> regions(final MemoryPicture picture) {
    final int count = MemoryPictures.index(picture.id());
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new MeasuredRegion(
                    "r" + i,
                    i == 3 ? Double.NaN : i,
                    2 * i,
                    i == 3 ? 0 : 5,
                    i == 3 ? Optional.empty() : Optional.of(part(picture.view(), i))))
        .toList();
  }

  private static View part(final View whole, final int i) {
    return new PartView(whole, 7 * i, 5 * i, 30 - 13 * i, 28 - 13 * i, (x, y) -> x >= y - 9);
  }

  private static RegionValues<MemoryPicture> collector(final String units, final ChannelOrder by) {
    return new RegionValues<>(
        UnitChoice.of(network.architecture(), "mixed3a", units), by, RegionValuesTest::regions);
  }

  private static String text(final RegionTable table) {
    final StringBuilder text = new StringBuilder(table.units() + " " + table.without());
    for (final RegionRow row : table.rows()) {
      text.append('\n').append(row.with(List.of())).append(List.of(floats(row)));
    }
    return text.toString().replaceAll("\\[F@[0-9a-f]+", "");
  }

  private static List<Float> floats(final RegionRow row) {
    return IntStream.range(0, row.values().length).mapToObj(i -> row.values()[i]).toList();
  }

  @Property(tries = 40)
  void anyOrderCutAndRestartGivesTheSameBitForBit(
      @ForAll final long seed,
      @ForAll @IntRange(max = PICTURES) final int cut,
      @ForAll final boolean ranked) {
    final RegionValues<MemoryPicture> values =
        collector(ranked ? "strongest:3" : "mixed4a:1,2,mixed3a:0", ChannelOrder.MEAN);
    final List<Seen<MemoryPicture>> shuffled = new ArrayList<>(seen);
    Collections.shuffle(shuffled, new Random(seed));
    RegionValues.Partial one = values.supplier().get();
    final RegionValues.Partial other = values.supplier().get();
    for (int i = 0; i < PICTURES; i++) {
      values.accumulator().accept(i < cut ? one : other, shuffled.get(i));
    }
    one = values.restored(JsonParser.parseString(values.keep(one).toString()));
    final RegionValues.Partial straight = values.supplier().get();
    seen.forEach(picture -> values.accumulator().accept(straight, picture));
    assertThat(text(values.finisher().apply(values.combiner().apply(one, other))))
        .isEqualTo(text(values.finisher().apply(straight)));
  }

  @Property(tries = 4)
  void valuesAreTheStatisticsOfEachRegion(@ForAll final ChannelOrder by) {
    final RegionTable table = measured("mixed4a:2;mixed3a:1,0", by);
    assertThat(table.units())
        .containsExactly(new Unit("mixed4a", 2), new Unit("mixed3a", 0), new Unit("mixed3a", 1));
    assertThat(table.without()).isEqualTo(1);
    assertThat(table.rows()).hasSize(1 + 2 + 3 + 4);
    for (final RegionRow row : table.rows()) {
      final Seen<MemoryPicture> picture = seen.get(MemoryPictures.index(row.picture()));
      for (int i = 0; i < table.units().size(); i++) {
        final Unit unit = table.units().get(i);
        if (row.area() == 0) {
          assertThat(row.values()[i]).isNaN();
        } else {
          final ChannelStatistics expected =
              ChannelStatistics.of(
                      picture.activations().map(unit.layer()),
                      part(picture.source().view(), row.index()))
                  .get(unit.channel());
          assertThat((double) row.values()[i]).isCloseTo(by.of(expected), within(1e-5));
        }
      }
    }
  }

  @Property(tries = 4)
  void theStrongestAreThoseWithTheLargestMeanOverAllRows(@ForAll final ChannelOrder by) {
    final RegionTable all = measured("all", by);
    final RegionTable some = measured("strongest:3", by);
    final Comparator<Unit> strength = Comparator.comparingDouble(unit -> mean(all, unit.channel()));
    assertThat(some.units())
        .containsExactlyElementsOf(
            all.units().stream().sorted(strength.reversed()).limit(3).toList());
    assertThat(some.rows().get(4).values()[1])
        .isEqualTo(all.rows().get(4).values()[some.units().get(1).channel()]);
  }

  private static double mean(final RegionTable table, final int channel) {
    return table.rows().stream()
        .filter(row -> row.area() > 0)
        .mapToDouble(row -> row.values()[channel])
        .average()
        .orElseThrow();
  }

  private static RegionTable measured(final String units, final ChannelOrder by) {
    return seen.stream().collect(collector(units, by));
  }

  @Example
  void unitsThatThereAreNotAreRefused() {
    refused("strongest:0", "units is \"strongest:0\", expected strongest:12, all, or a list");
    refused("0-9999", "channel is 9999, but mixed3a has channels 0 to ");
    refused("mixed3a:0;nolayer:3", "layer is \"nolayer\"");
    refused("mixed3a:x", "units is \"mixed3a:x\", expected a layer and channels");
    refused(";:", "units is \":\", expected a layer");
    refused(";", "units is \";\", expected");
  }

  private static void refused(final String units, final String sentence) {
    assertThatThrownBy(() -> UnitChoice.of(network.architecture(), "mixed3a", units))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(sentence);
  }
}
