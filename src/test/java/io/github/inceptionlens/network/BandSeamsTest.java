package io.github.inceptionlens.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.PictureRows;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.weights.BundledWeights;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A picture that repeats itself has layers that do, away from its borders; a seam between bands
 * would be a place where they do not.
 */
class BandSeamsTest {

  private static final String LAYER = "mixed4c";
  private static final int STRIDE = 16;
  private static final int PERIOD = 128;

  /** Noise that comes again after so many rows. */
  private record Repeated(int width, int height) implements PictureRows {

    @Override
    public Picture rows(final int top, final int count) {
      final List<float[]> planes = new ArrayList<>();
      for (int channel = 0; channel < 3; channel++) {
        final float[] plane = new float[width * count];
        for (int i = 0; i < plane.length; i++) {
          plane[i] = value(i % width, (top + i / width) % PERIOD, channel);
        }
        planes.add(plane);
      }
      return new Picture(width, count, planes);
    }

    private static float value(final int x, final int y, final int channel) {
      int mixed = (x * 31 + y) * 31 + channel;
      mixed = (mixed ^ mixed >>> 15) * 0x2c1b3c6d;
      mixed = (mixed ^ mixed >>> 12) * 0x297a2d39;
      return (mixed ^ mixed >>> 15) & 255;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 96, 250, 1024})
  void noSeamShowsBetweenBands(final int rows) {
    try (InceptionV1 network =
        SmallNetworks.ofBothSigns(SmallNetworks.narrowTable(FrameworkConventions.TENSORFLOW))) {
      assertRepeats(network, new Repeated(192, 4096), rows);
    }
  }

  @Tag("slow")
  @Test
  void noSeamShowsInALargePicture() {
    final TorchEngine engine = TorchEngine.start(Progress.NONE);
    try (InceptionV1 network =
        new InceptionV1(engine, Training.TEXTURES.architecture(), BundledWeights.textures())) {
      assertRepeats(network, new Repeated(4096, 4096), 256);
    }
  }

  private static void assertRepeats(
      final InceptionV1 network, final Repeated picture, final int rows) {
    final FeatureMap map =
        network.passes().inBands(picture, List.of(LAYER), rows, Progress.NONE).map(LAYER);
    final int width = map.maps().width();
    final int border = (map.geometry().y().receptiveField() / 2 + STRIDE) / STRIDE;
    final int step = PERIOD / STRIDE;
    float largest = 0;
    float off = 0;
    for (int channel = 0; channel < map.layer().channels(); channel++) {
      final float[] plane = map.channel(channel);
      for (int row = border; row < map.maps().height() - border - step; row++) {
        for (int i = row * width; i < (row + 1) * width; i++) {
          largest = Math.max(largest, Math.abs(plane[i]));
          off = Math.max(off, Math.abs(plane[i] - plane[i + step * width]));
        }
      }
    }
    assertThat(largest).isGreaterThan(0);
    assertThat(off).isLessThanOrEqualTo(1e-5f * largest);
  }
}
