package io.github.inceptionlens.activation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.activation.statistics.UnitResponse.PicturePeak;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.MemoryPictures.MemoryPicture;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.Activations;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Figures and peaks of units against those of all values at once. */
class UnitResponsesTest {

  private static final int COUNT = 15;
  private static final String LAYER = "mixed3b_pre_relu";
  private static final List<Integer> CHANNELS = List.of(7, 2);

  private static InceptionV1 network;
  private static List<View> views;

  @BeforeAll
  static void build() {
    network = SmallNetworks.narrow(FrameworkConventions.CAFFE);
    views =
        IntStream.range(0, COUNT)
            .<View>mapToObj(i -> View.of(SmallNetworks.noise(60 + i % 2, 50, i)))
            .toList();
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static String label(final int picture) {
    return picture % 3 == 0 ? "" : "label " + picture % 3;
  }

  private static ImageCollection<MemoryPicture> pictures() {
    return MemoryPictures.of(
        views, IntStream.range(0, COUNT).mapToObj(UnitResponsesTest::label).toList());
  }

  private static List<UnitResponse> responses() {
    final Scan<MemoryPicture> scan = new Scan<>(network, List.of(LAYER), pictures());
    final Ride<MemoryPicture, ?, List<UnitResponse>> ride =
        scan.ride("responses", new UnitResponses(network.architecture().layer(LAYER), CHANNELS));
    scan.run(Optional.empty(), Progress.NONE);
    return ride.result();
  }

  private static float[] values(final int picture, final int channel) {
    return network.run(views.get(picture).picture(), List.of(LAYER)).map(LAYER).channel(channel);
  }

  private static double largest(final int picture, final int channel) {
    double largest = Double.NEGATIVE_INFINITY;
    for (final float value : values(picture, channel)) {
      largest = Math.max(largest, value);
    }
    return largest;
  }

  @Test
  void theFiguresAreThoseOfAllValues() {
    final List<UnitResponse> found = responses();
    assertThat(found).extracting(one -> one.unit().channel()).isEqualTo(CHANNELS);
    for (final UnitResponse one : found) {
      final int channel = one.unit().channel();
      final double[] all =
          IntStream.range(0, COUNT)
              .boxed()
              .flatMapToDouble(
                  picture -> {
                    final float[] values = values(picture, channel);
                    return IntStream.range(0, values.length).mapToDouble(i -> values[i]);
                  })
              .sorted()
              .toArray();
      final double mean = Arrays.stream(all).average().orElseThrow();
      final double variance =
          Arrays.stream(all).map(value -> (value - mean) * (value - mean)).average().orElseThrow();
      assertThat(one.positions()).isEqualTo(all.length);
      assertThat(one.mean()).isCloseTo(mean, within(1e-4));
      assertThat(one.deviation()).isCloseTo(Math.sqrt(variance), within(1e-3));
      assertThat(one.active())
          .isEqualTo(Arrays.stream(all).filter(value -> value > 0).count() / (double) all.length);
      assertThat(one.quantile(0)).isCloseTo(all[0], within(1e-4));
      assertThat(one.quantile(1)).isCloseTo(all[all.length - 1], within(1e-4));
      final double median = all[(all.length - 1) / 2];
      assertThat(one.quantile(0.5)).isCloseTo(median, within(0.005 * Math.abs(median) + 1e-4));
      assertThat(one.histogram().size()).isEqualTo(all.length);
    }
  }

  @Test
  void everyPictureHasItsLargestValueAndLabelsHoldThoseOfTheirPictures() {
    final UnitResponse one = responses().get(0);
    assertThat(one.pictures())
        .hasSize(COUNT)
        .isSortedAccordingTo(Comparator.comparing(PicturePeak::picture));
    final double[] expected =
        IntStream.range(0, COUNT).mapToDouble(i -> largest(i, CHANNELS.get(0))).sorted().toArray();
    assertThat(one.pictures().stream().mapToDouble(PicturePeak::value).sorted().toArray())
        .containsExactly(expected, within(1e-4));
    assertThat(one.byLabel()).containsOnlyKeys("label 1", "label 2");
    final double[] first =
        IntStream.range(0, COUNT)
            .filter(i -> i % 3 == 1)
            .mapToDouble(i -> largest(i, CHANNELS.get(0)))
            .sorted()
            .toArray();
    assertThat(Arrays.stream(one.byLabel().get("label 1")).sorted().toArray())
        .containsExactly(first, within(1e-4));
  }

  @Test
  void whatIsKeptAtAnyPictureGoesOnToTheSame() {
    final UnitResponses collector =
        new UnitResponses(network.architecture().layer(LAYER), CHANNELS);
    final List<UnitResponses.Values> partial = new ArrayList<>(List.of(collector.supplier().get()));
    pictures()
        .forEach(
            picture -> {
              final Activations answer = network.run(picture.view().picture(), List.of(LAYER));
              final UnitResponses.Values restored =
                  collector.restored(collector.keep(partial.get(0)));
              collector.accumulator().accept(restored, new Seen<>(picture, picture.view(), answer));
              partial.set(0, restored);
            },
            Progress.NONE);
    final List<UnitResponse> kept = collector.finisher().apply(partial.get(0));
    final List<UnitResponse> whole = responses();
    for (int i = 0; i < whole.size(); i++) {
      assertThat(kept.get(i).positions()).isEqualTo(whole.get(i).positions());
      assertThat(kept.get(i).mean()).isCloseTo(whole.get(i).mean(), within(1e-4));
      assertThat(kept.get(i).pictures())
          .extracting(PicturePeak::label)
          .isEqualTo(whole.get(i).pictures().stream().map(PicturePeak::label).toList());
    }
  }
}
