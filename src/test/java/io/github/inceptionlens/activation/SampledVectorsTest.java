package io.github.inceptionlens.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Vectors of a layer and means of regions, against the maps of every channel. */
final class SampledVectorsTest {

  private static final int WIDTH = 128;
  private static final int HEIGHT = 96;

  private static InceptionV1 network;
  private static Layer layer;
  private static List<View> views;

  @BeforeAll
  static void build() {
    network = SmallNetworks.narrow(FrameworkConventions.CAFFE);
    layer = network.architecture().layer("mixed3a_pre_relu");
    views =
        IntStream.range(0, 3)
            .mapToObj(seed -> View.of(SmallNetworks.noise(WIDTH, HEIGHT, seed)))
            .toList();
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static SampledVectors look(final List<View> seen, final int most, final long seed) {
    final SampledVectors vectors = new SampledVectors(network, layer, most, seed);
    seen.forEach(vectors::look);
    return vectors;
  }

  private static FeatureMap map(final View view) {
    return network.run(view.picture(), List.of(layer.name())).map(layer.name());
  }

  @Test
  void allPositionsAreKeptInTheirOrderWhereThereIsRoom() {
    final SampledVectors vectors = look(views, 10_000, 0);
    final int units = map(views.get(0)).channel(0).length;
    assertThat(vectors.pictures()).isEqualTo(3);
    assertThat(vectors.positions()).isEqualTo(3L * units);
    final float[] values = vectors.values();
    assertThat(values).hasSize(3 * units * layer.channels());
    for (int picture = 0; picture < 3; picture++) {
      final FeatureMap map = map(views.get(picture));
      for (int channel = 0; channel < layer.channels(); channel++) {
        for (int unit = 0; unit < units; unit++) {
          assertThat(values[(picture * units + unit) * layer.channels() + channel])
              .isEqualTo(map.channel(channel)[unit]);
        }
      }
    }
  }

  @Test
  void ofMoreThanThereIsRoomForChanceKeepsSomeOfEachPicture() {
    final int most = 60;
    final float[] values = look(views, most, 5).values();
    assertThat(values).hasSize(most * layer.channels());
    assertThat(look(views, most, 5).values()).isEqualTo(values);
    assertThat(look(views, most, 6).values()).isNotEqualTo(values);
    final float[] all = look(views, 10_000, 0).values();
    final Set<Integer> kept = rows(values);
    assertThat(kept).hasSize(most);
    assertThat(rows(all)).containsAll(kept);
    for (int picture = 0; picture < 3; picture++) {
      final Set<Integer> own = rows(look(views.subList(picture, picture + 1), 10_000, 0).values());
      own.retainAll(kept);
      assertThat(own).as("of picture %d", picture).hasSizeBetween(10, 32);
    }
  }

  private static Set<Integer> rows(final float[] values) {
    final Set<Integer> rows = new HashSet<>();
    for (int i = 0; i < values.length; i += layer.channels()) {
      rows.add(Arrays.hashCode(Arrays.copyOfRange(values, i, i + layer.channels())));
    }
    return rows;
  }

  @Test
  void onlySelectedPositionsCount() {
    final SampledVectors vectors = look(List.of(new Masked(views.get(0), 64)), 10_000, 0);
    final FeatureMap map = map(views.get(0));
    final int columns = map.geometry().x().size();
    final long left =
        IntStream.range(0, columns).filter(i -> map.geometry().x().center(i) < 63.5).count();
    assertThat(vectors.positions()).isEqualTo(left * map.geometry().y().size());
    assertThat(vectors.values()[0]).isEqualTo(map.channel(0)[0]);
  }

  @Test
  void meansOfARegionAreThoseOfItsUnitsOnThePicturesThatItIsOn() {
    final RegionMeans means = new RegionMeans(network, layer, 2);
    means.look(views.get(0), List.of((x, y) -> x < 40, (x, y) -> false));
    means.look(views.get(1), Arrays.asList(null, (x, y) -> false));
    final FeatureMap map = map(views.get(0));
    final int columns = map.geometry().x().size();
    for (int channel = 0; channel < layer.channels(); channel++) {
      final double[] sums = new double[2];
      final int[] counts = new int[2];
      for (int unit = 0; unit < map.channel(channel).length; unit++) {
        final int side = Math.round(map.geometry().x().center(unit % columns)) < 40 ? 0 : 1;
        sums[side] += map.channel(channel)[unit];
        counts[side]++;
      }
      assertThat(means.inside(0)[channel]).isCloseTo(sums[0] / counts[0], within(1e-6));
      assertThat(means.outside(0)[channel]).isCloseTo(sums[1] / counts[1], within(1e-6));
      assertThat(means.unitsInside(0)).isEqualTo(counts[0]);
      assertThat(means.unitsOutside(0)).isEqualTo(counts[1]);
    }
    assertThat(means.unitsInside(1)).isZero();
    assertThat(means.unitsOutside(1)).isEqualTo(2 * map.channel(0).length);
  }
}
