package io.github.inceptionlens.activation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.MemoryPictures.MemoryPicture;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.RankMeasures;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of units against those of all values at once. */
final class LayerStatisticsTest {

  private static final int COUNT = 24;
  private static final List<String> LABELS = List.of("dark", "middle", "bright");

  private static InceptionV1 network;
  private static List<View> views;
  private static List<String> labels;

  @BeforeAll
  static void build() {
    network = SmallNetworks.narrow(FrameworkConventions.CAFFE);
    views =
        IntStream.range(0, COUNT)
            .<View>mapToObj(i -> View.of(SmallNetworks.noise(40 + i % 3, 44, i)))
            .toList();
    labels = IntStream.range(0, COUNT).mapToObj(i -> LABELS.get(i % 3)).toList();
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static List<UnitStatistics> statistics(final String layer) {
    final Scan<MemoryPicture> scan =
        new Scan<>(network, List.of(layer), MemoryPictures.of(views, labels));
    final Ride<MemoryPicture, ?, List<UnitStatistics>> ride =
        scan.ride("statistics", new LayerStatistics(network.architecture().layer(layer)));
    scan.run(Optional.empty(), Progress.NONE);
    return ride.result();
  }

  /** The values of a unit, a list per picture. */
  private static List<float[]> values(final String layer, final int channel) {
    return views.stream()
        .map(view -> network.run(view.picture(), List.of(layer)).map(layer).channel(channel))
        .toList();
  }

  private static double[] joined(final List<float[]> maps) {
    return maps.stream()
        .flatMapToDouble(map -> IntStream.range(0, map.length).mapToDouble(i -> map[i]))
        .sorted()
        .toArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mixed3a", "mixed3a_pre_relu"})
  void theFiguresAreThoseOfAllValues(final String layer) {
    final List<UnitStatistics> all = statistics(layer);
    assertThat(all).hasSize(network.architecture().layer(layer).channels());
    for (int channel = 0; channel < all.size(); channel++) {
      final UnitStatistics unit = all.get(channel);
      final double[] values = joined(values(layer, channel));
      assertThat(unit.positions()).isEqualTo(values.length);
      final double mean = DoubleStream.of(values).average().orElseThrow();
      final double variance =
          DoubleStream.of(values).map(value -> (value - mean) * (value - mean)).average().orElse(0);
      assertThat(unit.mean()).isCloseTo(mean, within(1e-4));
      assertThat(unit.deviation()).isCloseTo(Math.sqrt(variance), within(1e-3));
      final double fourth =
          DoubleStream.of(values).map(value -> Math.pow(value - mean, 4)).average().orElse(0);
      if (variance > 1e-6) {
        assertThat(unit.kurtosis())
            .isCloseTo(fourth / (variance * variance) - 3, within(0.01 * fourth));
      }
      assertThat(unit.active())
          .isCloseTo(
              (double) DoubleStream.of(values).filter(value -> value > 0).count() / values.length,
              within(1e-3));
      for (final double part : new double[] {0, 0.1, 0.25, 0.5, 0.75, 0.9, 1}) {
        final double exact = values[(int) (part * (values.length - 1))];
        assertThat(unit.quantile(part)).isCloseTo(exact, within(0.004 * Math.abs(exact) + 1e-4));
      }
    }
  }

  /** Every pair of a picture of the label and one of another is compared. */
  private static double area(final double[] means, final String label, final List<Integer> some) {
    double won = 0;
    int pairs = 0;
    for (final int one : some) {
      for (final int other : some) {
        if (labels.get(one).equals(label) && !labels.get(other).equals(label)) {
          won += means[one] > means[other] ? 1 : means[one] == means[other] ? 0.5 : 0;
          pairs++;
        }
      }
    }
    return won / pairs;
  }

  private static LabeledPictures told(final String layer, final List<String> shown) {
    final Scan<MemoryPicture> scan =
        new Scan<>(network, List.of(layer), MemoryPictures.of(views, shown));
    final Ride<MemoryPicture, ?, LabeledPictures> ride =
        scan.ride("told", new LabelTelling(network.architecture().layer(layer)));
    scan.run(Optional.empty(), Progress.NONE);
    return ride.result();
  }

  @Test
  void labelsAreToldAloneAsAmongAllFigures() {
    final LabeledPictures told = told("mixed3a", labels);
    assertThat(told.size()).isEqualTo(COUNT);
    assertThat(told.labels()).isEqualTo(LABELS.stream().sorted().toList());
    assertThat(told.told())
        .isEqualTo(statistics("mixed3a").stream().map(UnitStatistics::told).toList());
  }

  /** On four held-out pictures of each of three labels some units tell one by chance. */
  @Test
  void chanceTellsWhatIsDealtOut() {
    final LabeledPictures told = told("mixed3a", labels);
    final int units = told.told().size();
    assertThat(told.toldByChance(0, 1)).isEqualTo(units);
    assertThat(told.toldByChance(1.01, 1)).isZero();
    assertThat(told.toldByChance(0.5, 1)).isBetween(0.25 * units, 0.85 * units);
    assertThat(told.toldByChance(0.8, 1)).isEqualTo(told.toldByChance(0.8, 1));
    assertThat(told("mixed3a", Collections.nCopies(COUNT, "one")).toldByChance(0.8, 1)).isZero();
  }

  @Test
  void theBestLabelHasTheLargestAreaUnderTheCurve() {
    final String layer = "mixed3a";
    final List<UnitStatistics> all = statistics(layer);
    final List<Integer> every = IntStream.range(0, COUNT).boxed().toList();
    for (int channel = 0; channel < all.size(); channel++) {
      final UnitStatistics unit = all.get(channel);
      final double[] means =
          values(layer, channel).stream().mapToDouble(LayerStatisticsTest::mean).toArray();
      final double best =
          LABELS.stream().mapToDouble(label -> area(means, label, every)).max().orElseThrow();
      assertThat(unit.told().area()).isCloseTo(best, within(1e-9));
      assertThat(area(means, unit.told().label(), every)).isCloseTo(best, within(1e-9));
      for (final String label : LABELS) {
        final double mean =
            every.stream()
                .filter(i -> labels.get(i).equals(label))
                .mapToDouble(i -> means[i])
                .average()
                .orElseThrow();
        assertThat(unit.labelMeans().get(label)).isCloseTo(mean, within(1e-4));
      }
    }
  }

  private static double mean(final float[] map) {
    return IntStream.range(0, map.length).mapToDouble(i -> map[i]).average().orElseThrow();
  }

  /** A label is told by chance, so that the best of many flatters; held out it does not. */
  @Test
  void heldOutAChanceFindIsNoFind() {
    final Random dice = new Random(2);
    final List<String> many = IntStream.range(0, 12).mapToObj(i -> "label " + i).toList();
    final List<String> drawn = new ArrayList<>();
    IntStream.range(0, 240).forEach(i -> drawn.add(many.get(i % 12)));
    double flattering = 0;
    double heldOut = 0;
    final int units = 200;
    for (int unit = 0; unit < units; unit++) {
      final double[] means = dice.doubles(240).toArray();
      final ToldLabel told = ToldLabel.of(means, drawn, many);
      flattering += told.area() / units;
      heldOut += told.heldOut() / units;
    }
    assertThat(flattering).isGreaterThan(0.55);
    assertThat(heldOut).isBetween(0.48, 0.52);
  }

  @Test
  void aUnitThatTellsALabelDoesSoHeldOutToo() {
    final List<String> shown = List.of("a", "b", "a", "b", "a", "b", "a", "b");
    final double[] means = {3, 1, 4, 1, 5, 1, 6, 1};
    assertThat(ToldLabel.of(means, shown, List.of("a", "b")))
        .isEqualTo(new ToldLabel("a", 1, new HeldOutLabel("a", new RankMeasures(1, 1, 0.5))));
    assertThat(ToldLabel.of(new double[] {1, 2}, List.of("a", "a"), List.of("a")).label())
        .isEmpty();
  }

  @Test
  void aHistogramCountsEveryValueInABinOfItsOwnSize() {
    final Random dice = new Random(4);
    final ValueHistogram one = new ValueHistogram();
    final ValueHistogram other = new ValueHistogram();
    final float[] values = new float[5000];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (dice.nextGaussian() * Math.exp(3 * dice.nextGaussian()));
      (i % 3 == 0 ? one : other).add(values[i]);
    }
    one.add(other);
    one.add(0f);
    one.add(-1e-9f);
    assertThat(one.size()).isEqualTo(values.length + 2);
    final List<Double> middles = new ArrayList<>();
    final long[] total = new long[1];
    one.forEach(
        (value, count) -> {
          middles.add(value);
          total[0] += count;
        });
    assertThat(middles).isSorted().doesNotHaveDuplicates();
    assertThat(total[0]).isEqualTo(one.size());
    Arrays.sort(values);
    assertThat(one.quantile(0)).isCloseTo(values[0], within(0.004 * Math.abs(values[0])));
    assertThat(one.quantile(1))
        .isCloseTo(values[values.length - 1], within(0.004 * values[values.length - 1]));
    assertThat(new ValueHistogram().quantile(0.5)).isNaN();
  }
}
