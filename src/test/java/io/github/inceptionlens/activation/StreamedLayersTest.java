package io.github.inceptionlens.activation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.activation.example.Example;
import io.github.inceptionlens.activation.example.SampledPlaces;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Reservoir;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.band.RunPlan;
import io.github.inceptionlens.network.memory.MemoryBudget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;

/**
 * What is computed of a layer while its rows come, against the same from its map, bit for bit: of a
 * picture as a whole, and of one in bands.
 */
class StreamedLayersTest {

  private static final String LAYER = "mixed3a_pre_relu";

  private static InceptionV1 network;

  private static InceptionV1 network() {
    if (network == null) {
      network = SmallNetworks.narrow(FrameworkConventions.CAFFE);
    }
    return network;
  }

  @AfterContainer
  static void close() {
    network.close();
    network = null;
  }

  @AfterTry
  void enoughMemoryAgain() {
    System.clearProperty(MemoryBudget.PROPERTY);
  }

  /** A picture of which a rectangle is selected. */
  private record Rectangle(Picture picture, int left, int top, int columns, int rows)
      implements View {

    @Override
    public int width() {
      return picture.width();
    }

    @Override
    public int height() {
      return picture.height();
    }

    @Override
    public Placement placement() {
      return Placement.identity(width(), height());
    }

    @Override
    public boolean contains(final int x, final int y) {
      return x >= left && x < left + columns && y >= top && y < top + rows;
    }
  }

  /** Some hold no center of any unit. */
  @Provide
  Arbitrary<View> views() {
    return Arbitraries.integers()
        .between(0, 1_000_000)
        .map(
            seed -> {
              final Random random = new Random(seed);
              final Picture picture =
                  SmallNetworks.noise(360 + random.nextInt(60), 280 + random.nextInt(60), seed);
              final boolean isTiny = random.nextInt(4) == 0;
              return new Rectangle(
                  picture,
                  random.nextInt(300),
                  random.nextInt(250),
                  isTiny ? 3 : 1 + random.nextInt(400),
                  isTiny ? 3 : 1 + random.nextInt(400));
            });
  }

  private static FeatureMap map(final View view, final boolean inBands) {
    if (inBands) {
      System.setProperty(MemoryBudget.PROPERTY, "1");
    }
    final RunPlan plan =
        RunPlan.of(network().architecture(), List.of(LAYER), view.width(), view.height());
    assertThat(plan.bands().isPresent()).isEqualTo(inBands);
    return network().run(view, List.of(LAYER), Progress.NONE).map(LAYER);
  }

  @Property(tries = 20)
  void statisticsAreThoseOfTheMapsValues(
      @ForAll("views") final View view, @ForAll final boolean inBands) {
    final FeatureMap map = map(view, inBands);
    final List<ChannelStatistics> streamed =
        ChannelStatistics.of(network(), LAYER, view, Progress.NONE);

    final SelectedUnits units = new SelectedUnits(map.geometry(), view);
    for (int channel = 0; channel < map.layer().channels(); channel++) {
      assertThat(streamed.get(channel)).isEqualTo(statistics(map, channel, units));
    }
    assertThat(ChannelStatistics.of(map, view)).isEqualTo(streamed);
  }

  private static ChannelStatistics statistics(
      final FeatureMap map, final int channel, final SelectedUnits units) {
    final float[] values = map.channel(channel);
    final int[] selected = units.indices();
    double sum = 0;
    for (final int unit : selected) {
      sum += values[unit];
    }
    float peak = Float.NEGATIVE_INFINITY;
    for (final int unit : selected) {
      peak = Math.max(peak, values[unit]);
    }
    final float most = peak;
    final int best =
        Arrays.stream(selected).filter(i -> values[i] == most).findFirst().orElseThrow();
    return new ChannelStatistics(
        map.layer().unit(channel),
        sum / selected.length,
        peak,
        units.x(best),
        units.y(best),
        Arrays.stream(selected).filter(i -> values[i] > 0).count() / (double) selected.length);
  }

  @Property(tries = 10)
  void theUnitsOfSomeRowsAreThoseOfAllRows(
      @ForAll("views") final View view, @ForAll @IntRange(min = 1, max = 9) final int step) {
    final FeatureMap map = map(view, false);
    final SelectedUnits units = new SelectedUnits(map.geometry(), view);
    final List<Integer> joined = new ArrayList<>();
    final int rows = map.maps().height();
    for (int from = 0; from < rows; from += step) {
      Arrays.stream(units.byRow().indices(from, Math.min(rows, from + step))).forEach(joined::add);
    }
    assertThat(joined.stream().mapToInt(i -> i)).containsExactly(boxed(units.indices()));
  }

  private static Integer[] boxed(final int[] values) {
    return Arrays.stream(values).boxed().toArray(Integer[]::new);
  }

  @Property(tries = 10)
  void vectorsAreDrawnAsFromTheMaps(
      @ForAll("views") final View one,
      @ForAll("views") final View other,
      @ForAll final boolean inBands,
      @ForAll @IntRange(min = 1, max = 300) final int most) {
    final Reservoir draw = new Reservoir(most, 3);
    final List<float[]> expected = new ArrayList<>();
    final SampledVectors vectors =
        new SampledVectors(network(), network().architecture().layer(LAYER), most, 3);
    for (final View view : List.of(one, other)) {
      final FeatureMap map = map(view, inBands);
      for (final int unit : new SelectedUnits(map.geometry(), view).indices()) {
        final int place = draw.place();
        if (place < most) {
          expected.subList(place, Math.min(place + 1, expected.size())).clear();
          expected.add(place, vector(map, unit));
        }
      }
      vectors.look(view);
    }
    final float[] values = vectors.values();
    assertThat(vectors.positions()).isEqualTo(draw.offered());
    assertThat(values).hasSize(expected.size() * expected.get(0).length);
    for (int i = 0; i < expected.size(); i++) {
      final int length = expected.get(i).length;
      assertThat(Arrays.copyOfRange(values, i * length, (i + 1) * length))
          .isEqualTo(expected.get(i));
    }
  }

  private static float[] vector(final FeatureMap map, final int unit) {
    final float[] vector = new float[map.layer().channels()];
    for (int channel = 0; channel < vector.length; channel++) {
      vector[channel] = map.channel(channel)[unit];
    }
    return vector;
  }

  @Property(tries = 10)
  void meansOfRegionsAreThoseOfTheMapsUnits(
      @ForAll("views") final View view, @ForAll final boolean inBands) {
    final FeatureMap map = map(view, inBands);
    final RegionMeans means = new RegionMeans(network(), map.layer(), 1);
    means.look(view, List.of((x, y) -> (x / 20 + y / 20) % 2 == 0));

    final SelectedUnits units = new SelectedUnits(map.geometry(), view);
    final double[] sums = new double[map.layer().channels()];
    int count = 0;
    for (final int unit : units.indices()) {
      if ((Math.round(units.x(unit)) / 20 + Math.round(units.y(unit)) / 20) % 2 == 0) {
        count++;
        for (int channel = 0; channel < sums.length; channel++) {
          sums[channel] += map.channel(channel)[unit];
        }
      }
    }
    assertThat(means.unitsInside(0)).isEqualTo(count);
    assertThat(means.unitsInside(0) + means.unitsOutside(0)).isEqualTo(units.indices().length);
    for (int channel = 0; channel < sums.length && count > 0; channel++) {
      assertThat(means.inside(0)[channel]).isEqualTo(sums[channel] / count);
    }
  }

  @Property(tries = 10)
  void theStrongestPlaceIsThatOfTheStatistics(
      @ForAll("views") final View view, @ForAll final boolean inBands) {
    final FeatureMap map = map(view, inBands);
    final SampledPlaces places = new SampledPlaces(network(), new Unit(LAYER, 2), 1);
    places.look(new PictureId("picture", 1), view);
    final ChannelStatistics expected = ChannelStatistics.of(map, view).get(2);
    final Example place = places.strongest(1).get(0);
    assertThat(place.value()).isEqualTo(expected.peak());
    assertThat(List.of(place.x(), place.y())).containsExactly(expected.x(), expected.y());
  }

  @Property(tries = 12)
  void mapsOfChannelsAreThoseOfTheLayersMap(
      @ForAll("views") final View one, @ForAll final boolean inBands) {
    final View other = View.of(SmallNetworks.noise(one.width(), one.height(), 7));
    final List<FeatureMap> maps = List.of(map(one, inBands), map(other, inBands));
    final ActivationMaps seen = maps(List.of(one, other), "5,0-2");
    assertThat(seen.units()).extracting(Unit::channel).containsExactly(5, 0, 1, 2);
    for (int i = 0; i < 8; i++) {
      assertThat(seen.grids().plane(i))
          .isEqualTo(maps.get(i / 4).channel(seen.units().get(i % 4).channel()));
    }
  }

  @Property(tries = 12)
  void theStrongestChannelsAreReadOnceTheyAreKnown(
      @ForAll("views") final View one, @ForAll final boolean inBands) {
    final View other = View.of(SmallNetworks.noise(one.width(), one.height(), 7));
    final List<View> views = List.of(one, other);
    final List<FeatureMap> maps = List.of(map(one, inBands), map(other, inBands));
    final double[] strength = new double[maps.get(0).layer().channels()];
    for (int channel = 0; channel < strength.length; channel++) {
      for (int i = 0; i < 2; i++) {
        strength[channel] +=
            ChannelStatistics.of(maps.get(i), views.get(i)).get(channel).mean() / 2;
      }
    }
    final ActivationMaps seen = maps(views, "strongest:3");
    assertThat(seen.units().stream().map(Unit::channel).toList())
        .isEqualTo(ChannelSelection.parse("strongest:3").of(maps.get(0).layer(), () -> strength));
    for (int i = 0; i < 6; i++) {
      assertThat(seen.grids().plane(i))
          .isEqualTo(maps.get(i / 3).channel(seen.units().get(i % 3).channel()));
    }
  }

  private static ActivationMaps maps(final List<View> views, final String channels) {
    final ActivationMaps.Request request =
        new ActivationMaps.Request(LAYER, ChannelSelection.parse(channels), Registration.NONE);
    return ActivationMaps.of(network(), views, request, planned -> {}, Progress.NONE);
  }
}
