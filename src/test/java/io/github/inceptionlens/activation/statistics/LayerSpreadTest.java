package io.github.inceptionlens.activation.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Mean and deviation beside all figures of a layer. */
class LayerSpreadTest {

  @Test
  void meanAndDeviationAreThoseOfTheStatistics() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      final Layer layer = network.architecture().layer("mixed3b");
      final ImageCollection<? extends SourcePicture> pictures =
          MemoryPictures.of(
              List.of(
                  View.of(SmallNetworks.picture(64, 80)), View.of(SmallNetworks.picture(96, 64))));
      compare(network, layer, pictures);
    }
  }

  private static <P extends SourcePicture> void compare(
      final InceptionV1 network, final Layer layer, final ImageCollection<P> pictures) {
    final Scan<P> scan = new Scan<>(network, List.of(layer.name()), pictures);
    final Ride<P, ?, List<UnitSpread>> spread = scan.ride("spread", new LayerSpread(layer));
    final Ride<P, ?, List<UnitStatistics>> all = scan.ride("all", new LayerStatistics(layer));
    scan.run(Optional.empty(), Progress.NONE);
    assertThat(spread.result()).hasSize(layer.channels());
    for (int channel = 0; channel < layer.channels(); channel++) {
      final UnitStatistics whole = all.result().get(channel);
      final UnitSpread own = spread.result().get(channel);
      assertThat(own.unit()).isEqualTo(whole.unit());
      assertThat(own.mean()).isCloseTo(whole.mean(), within(1e-12));
      assertThat(own.deviation()).isCloseTo(whole.deviation(), within(1e-12));
    }
  }

  @Test
  void aPartThatWasKeptGoesOn() {
    final Layer layer = new Layer("conv2d0", 2, List.of());
    final LayerSpread spread = new LayerSpread(layer);
    final LayerSpread.Sums none = spread.supplier().get();
    final LayerSpread.Sums kept = spread.restored(spread.keep(none));
    assertThat(spread.keep(kept)).isEqualTo(spread.keep(none));
  }
}
