package io.github.inceptionlens.image.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import io.github.inceptionlens.activation.ActivationMaps;
import io.github.inceptionlens.activation.ChannelSelection;
import io.github.inceptionlens.activation.ChannelStatistics;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.RandomWeights;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.engine.TorchEngine;
import java.awt.Rectangle;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A selection's units give what they give on the whole image. */
final class SurroundingsTest {

  private static final List<String> LAYERS =
      List.of("conv2d0", "conv2d2", "mixed3a", "maxpool4", "mixed4a", "mixed5a");
  private static final InputRequest OWN =
      new InputRequest(Fit.OWN_SIZE, 1, DisplayRange.AUTO, false);

  private static List<InceptionV1> networks;

  @BeforeAll
  static void open() {
    networks =
        List.of(Training.CAFFE, Training.TENSORFLOW).stream()
            .map(SurroundingsTest::network)
            .toList();
  }

  private static InceptionV1 network(final Training training) {
    final List<String> labels = IntStream.range(0, 10).mapToObj(String::valueOf).toList();
    final Architecture architecture = training.narrowed(16, "narrow", labels).architecture();
    return new InceptionV1(
        TorchEngine.start(Progress.NONE), architecture, RandomWeights.of(architecture, 3));
  }

  @AfterAll
  static void close() {
    networks.forEach(InceptionV1::close);
  }

  private static ImagePlus noise(final Random random) {
    final int width = 300 + random.nextInt(300);
    final int height = 300 + random.nextInt(300);
    final ImagePlus image = IJ.createImage("noise", "8-bit black", width, height, 1);
    random.nextBytes((byte[]) image.getProcessor().getPixels());
    return image;
  }

  private static Rectangle part(final ImagePlus image, final Random random) {
    final int x = random.nextInt(image.getWidth() - 20);
    final int y = random.nextInt(image.getHeight() - 20);
    return new Rectangle(
        x,
        y,
        20 + random.nextInt(Math.min(80, image.getWidth() - x - 19)),
        20 + random.nextInt(Math.min(80, image.getHeight() - y - 19)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void mapsOfASelectionAreThoseOfTheWholeImage(final long seed) {
    final Random random = new Random(seed);
    final ImagePlus image = noise(random);
    final Rectangle part = part(image, random);
    for (final InceptionV1 network : networks) {
      for (final String name : LAYERS) {
        image.deleteRoi();
        final float[] whole = map(network, image, name);
        image.setRoi(new Roi(part));
        final float[] selected = map(network, image, name);
        assertThat(selected).hasSize(part.width * part.height);
        double largest = 0;
        for (final float value : whole) {
          largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < selected.length; i++) {
          final int x = part.x + i % part.width;
          final int y = part.y + i / part.width;
          assertThat((double) selected[i])
              .as("%s of %s at %d, %d", name, network.architecture().name(), x, y)
              .isCloseTo(whole[y * image.getWidth() + x], within(1e-5 * largest));
        }
      }
    }
  }

  private static float[] map(final InceptionV1 network, final ImagePlus image, final String name) {
    final Layer layer = network.architecture().layer(name);
    final ImageInput input = ImageInput.inside(image, OWN, layer);
    final ActivationMaps.Request request =
        new ActivationMaps.Request(name, ChannelSelection.parse("0"), Registration.ALIGNED);
    return ActivationMaps.of(network, input.views(), request, count -> {}, Progress.NONE)
        .maps()
        .plane(0);
  }

  @Test
  void ofALargeImageOnlyTheSurroundingsAreSeen() {
    final ImagePlus image = IJ.createImage("large", "8-bit ramp", 4001, 3007, 1);
    image.setRoi(new OvalRoi(2000, 1500, 30, 40));
    final Layer layer = networks.get(0).architecture().layer("mixed4a");
    final ImageInput input = ImageInput.inside(image, OWN, layer);
    assertThat(input.networkWidth()).isLessThan(500);
    assertThat(input.networkHeight()).isLessThan(500);
    assertThat(input.region()).isEqualTo(new Rectangle(2000, 1500, 30, 40));
  }

  @Test
  void theGridOfASelectionHoldsTheUnitsWhoseCentersLieInIt() {
    final ImagePlus image = IJ.createImage("plain", "8-bit ramp", 320, 256, 1);
    image.setRoi(new Roi(64, 32, 96, 64));
    final InceptionV1 network = networks.get(0);
    final Layer layer = network.architecture().layer("mixed4a");
    final ImageInput input = ImageInput.inside(image, OWN, layer);
    final ActivationMaps.Request request =
        new ActivationMaps.Request("mixed4a", ChannelSelection.parse("0-1"), Registration.NONE);
    final ActivationMaps maps =
        ActivationMaps.of(network, input.views(), request, count -> {}, Progress.NONE);
    assertThat(List.of(maps.maps().dimension(0), maps.maps().dimension(1))).containsExactly(6L, 4L);
    final List<ChannelStatistics> all =
        ChannelStatistics.of(network, "mixed4a", input.views().get(0));
    double sum = 0;
    for (final float value : maps.maps().plane(1)) {
      sum += value;
    }
    assertThat(sum / 24).isCloseTo(all.get(1).mean(), within(1e-6));
  }
}
