package io.github.inceptionlens.activation.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.MemoryPictures.MemoryPicture;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.weights.BundledWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.imglib2.Interval;
import net.imglib2.util.Intervals;
import org.junit.jupiter.api.Test;

/** In 300 pictures one carries a pattern that a channel answers to. */
final class PlantedPatternTest {

  private static final int SIDE = 64;
  private static final int COUNT = 300;
  private static final int PLANTED = 211;
  private static final int LEFT = 30;
  private static final int TOP = 12;
  private static final int SIZE = 20;
  private static final String LAYER = "mixed3a";

  private static View picture(final int index, final boolean planted) {
    final Picture noise =
        SmallNetworks.picture(
            SIDE, SIDE, (x, y) -> 118 + Math.floorMod(x * 7 + y * 13 + index, 20));
    if (planted) {
      for (int y = TOP; y < TOP + SIZE; y++) {
        for (int x = LEFT; x < LEFT + SIZE; x++) {
          for (int plane = 0; plane < 3; plane++) {
            noise.plane(plane)[y * SIDE + x] = (x / 4 + y / 4) % 2 == 0 ? 20 : 235;
          }
        }
      }
    }
    return View.of(noise);
  }

  /** The channel that the pattern raises most above all that there is without it. */
  private static int channel(final InceptionV1 network) {
    final FeatureMap with = map(network, picture(0, true));
    final FeatureMap without = map(network, picture(0, false));
    int best = 0;
    double most = 0;
    for (int channel = 0; channel < with.layer().channels(); channel++) {
      final double raised = largest(with.channel(channel)) - largest(without.channel(channel));
      if (raised > most) {
        most = raised;
        best = channel;
      }
    }
    return best;
  }

  private static FeatureMap map(final InceptionV1 network, final View view) {
    return network.run(view.picture(), List.of(LAYER)).map(LAYER);
  }

  private static double largest(final float[] values) {
    double largest = Double.NEGATIVE_INFINITY;
    for (final float value : values) {
      largest = Math.max(largest, value);
    }
    return largest;
  }

  @Test
  void itsPictureComesFirstAndTheCropCoversIt() {
    final List<View> views = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      views.add(picture(i, i == PLANTED));
    }
    try (InceptionV1 network =
        new InceptionV1(
            SmallNetworks.engine(), Training.TEXTURES.architecture(), BundledWeights.textures())) {
      final LayerUnits units =
          LayerUnits.of(network.architecture(), LAYER, List.of(channel(network)));
      final Scan<MemoryPicture> scan = new Scan<>(network, units.names(), MemoryPictures.of(views));
      final Ride<MemoryPicture, ?, List<UnitExamples>> ride =
          scan.ride("examples", new DatasetExamples(units, ExampleRequest.of(2)));
      scan.run(Optional.empty(), Progress.NONE);
      final List<Example> top = ride.result().get(0).top();
      assertThat(top.get(0).picture()).isEqualTo(MemoryPictures.id(PLANTED));
      assertThat(top.get(0).value()).isGreaterThan(2 * top.get(1).value());
      final int field = Geometry.of(units.layer(), SIDE, SIDE).x().receptiveField();
      final Interval crop = top.get(0).seen(views.get(PLANTED), field);
      assertThat(Intervals.contains(crop, Intervals.createMinSize(LEFT, TOP, 0, SIZE, SIZE, 3)))
          .isTrue();
    }
  }
}
