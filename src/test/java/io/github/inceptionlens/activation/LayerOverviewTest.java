package io.github.inceptionlens.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class LayerOverviewTest {

  private static InceptionV1 network;

  @BeforeAll
  static void build() {
    network = SmallNetworks.narrow(FrameworkConventions.CAFFE);
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static FeatureMap map(final View view, final String layer) {
    return network.run(view.picture(), List.of(layer)).map(layer);
  }

  @Test
  void aSmallLayersGridIsItsOwn() {
    final View view = View.of(SmallNetworks.noise(96, 64, 3));
    final LayerOverview overview = LayerOverview.of(network, "mixed3b", view, Progress.NONE);
    final FeatureMap map = map(view, "mixed3b");

    assertThat(overview.geometry()).isEqualTo(map.geometry());
    assertThat(overview.maps().arrays()).isDeepEqualTo(map.maps().arrays());
    assertThat(overview.statistics()).isEqualTo(ChannelStatistics.of(map, view));
  }

  @Test
  void aLargeLayersGridHoldsMeansOfSquaresAtTheirCenters() {
    final View view = View.of(SmallNetworks.noise(420, 300, 4));
    final LayerOverview overview = LayerOverview.of(network, "conv2d0", view, Progress.NONE);
    final FeatureMap map = map(view, "conv2d0");

    assertThat(map.geometry().x().size()).isEqualTo(210);
    assertThat(overview.maps().width()).isEqualTo(70);
    assertThat(overview.maps().height()).isEqualTo(50);
    assertThat(overview.geometry().x().center(5)).isEqualTo(map.geometry().x().center(16));
    assertThat(overview.geometry().y().center(49)).isEqualTo(map.geometry().y().center(148));
    double sum = 0;
    for (int y = 30; y < 33; y++) {
      for (int x = 15; x < 18; x++) {
        sum += map.channel(2)[y * 210 + x];
      }
    }
    assertThat((double) overview.maps().plane(2)[10 * 70 + 5]).isCloseTo(sum / 9, within(1e-3));
    assertThat(overview.statistics()).isEqualTo(ChannelStatistics.of(map, view));
  }
}
