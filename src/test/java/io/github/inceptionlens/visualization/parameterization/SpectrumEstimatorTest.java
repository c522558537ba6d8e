package io.github.inceptionlens.visualization.parameterization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.visualization.feature.PictureRenderer;
import io.github.inceptionlens.visualization.transform.Transforms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class SpectrumEstimatorTest {

  private static final int COLORS = 3;
  private static final int SIDE = 64;
  private static final int SQUARE = 32;

  private static InceptionV1 network;

  @BeforeAll
  static void build() {
    network = SmallNetworks.linear();
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static Spectrum measured(final List<Picture> pictures) {
    final SpectrumEstimator meter = new SpectrumEstimator(network, SQUARE);
    pictures.forEach(meter::look);
    return meter.spectrum("test");
  }

  /** Pictures of random phases, as photographs in their amplitudes, of a size. */
  private static List<Picture> photographs(
      final Spectrum spectrum, final int side, final int count) {
    try (NDManager manager = network.newManager()) {
      final List<SplittableRandom> generators =
          IntStream.range(0, count).mapToObj(SplittableRandom::new).toList();
      final PictureFormat format = new PictureFormat(side, side, COLORS, count, 1);
      final ImageParameters image =
          Parameterization.maco(spectrum).create(manager, format, generators);
      return new PictureRenderer(manager, image, Transforms.NONE, new SplittableRandom(0))
          .pictures();
    }
  }

  @Test
  void photographsOfOneOverTheFrequencyAreMeasuredToBeThat() {
    final Spectrum spectrum = measured(photographs(Spectrum.INVERSE_FREQUENCY, SIDE, 24));
    final float[] magnitudes = spectrum.magnitudes(SQUARE, SQUARE);
    final List<Double> products = new ArrayList<>();
    for (int row = 3; row <= 12; row += 3) {
      double sum = 0;
      for (int column = 3; column <= 12; column++) {
        final double frequency = RealDft.frequency(column, row, SQUARE, SQUARE);
        sum += frequency * magnitudes[column * SQUARE + row] / 10;
      }
      products.add(sum);
    }
    assertThat(products)
        .allSatisfy(
            one -> assertThat(one).isCloseTo(products.get(0), Percentage.withPercentage(12)));
    assertThat(spectrum.means()).containsExactly(new float[COLORS], within(0.05f));
    assertThat(spectrum.toString())
        .matches("that of test, 96 squares of 32 pixels, digest [0-9a-f]{8}");
  }

  /** Noise of decorrelated colors, darker to the right of the spectrum. */
  private static Picture noise(final int width, final int height) {
    final SplittableRandom random = new SplittableRandom(5);
    final float[] values = new float[COLORS * width * height];
    for (int i = 0; i < values.length; i++) {
      final int plane = i / (width * height);
      values[i] = (float) (0.3 * (plane + 1) * random.nextGaussian() - 0.5 * plane);
    }
    try (NDManager manager = network.newManager()) {
      final NDArray colors =
          ColorDecorrelation.decorrelated(manager)
              .of(manager.create(values, new Shape(1, COLORS, height, width)));
      final List<float[]> planes = new ArrayList<>();
      for (int plane = 0; plane < COLORS; plane++) {
        planes.add(colors.get(0, plane).mul(255).toFloatArray());
      }
      return new Picture(width, height, planes);
    }
  }

  @Test
  void picturesOfAMeasuredSpectrumHaveItsContrastAndColor() {
    final List<Picture> noise = List.of(noise(200, 170));
    final Spectrum spectrum = measured(noise);
    final Picture made = photographs(spectrum, SQUARE, 1).get(0);
    for (int channel = 0; channel < COLORS; channel++) {
      final double[] wanted = statistics(noise.get(0).plane(channel));
      final double[] seen = statistics(made.plane(channel));
      assertThat(seen[0]).isCloseTo(wanted[0], within(2.0));
      assertThat(seen[1]).isCloseTo(wanted[1], Percentage.withPercentage(10));
    }
  }

  /** Mean and standard deviation. */
  private static double[] statistics(final float[] values) {
    double sum = 0;
    double squares = 0;
    for (final float value : values) {
      sum += value;
      squares += (double) value * value;
    }
    final double mean = sum / values.length;
    return new double[] {mean, Math.sqrt(squares / values.length - mean * mean)};
  }

  /** The measure of a picture that is one of the colors' axes alone leaves the others silent. */
  @Test
  void grayPicturesHaveNoSpectrumOfColor() {
    final float[] plane = SmallNetworks.noise(SQUARE, SQUARE, 1).plane(0);
    final float[] magnitudes =
        measured(List.of(new Picture(SQUARE, SQUARE, List.of(plane, plane, plane))))
            .magnitudes(SQUARE, SQUARE);
    try (NDManager manager = network.newManager()) {
      final NDArray gray = manager.ones(new Shape(1, COLORS, 1, 1)).div(4);
      final float[] axis = ColorDecorrelation.decorrelated(manager).planes(gray).toFloatArray();
      final int each = magnitudes.length / COLORS;
      for (int i = 1; i < each; i++) {
        for (int color = 1; color < COLORS; color++) {
          final double wanted = magnitudes[i] * Math.abs(axis[color] / axis[0]);
          assertThat((double) magnitudes[color * each + i])
              .isCloseTo(wanted, within(1e-2 * magnitudes[i]));
        }
      }
    }
  }

  @Test
  void picturesThatAreTooSmallOrEmptyAreRefused() {
    final SpectrumEstimator meter = new SpectrumEstimator(network, SQUARE);
    assertThatThrownBy(() -> meter.look(SmallNetworks.noise(40, 31, 1)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has 40 x 31 pixels, too few for a spectrum of size 32");
    final float[] flat = new float[SQUARE * SQUARE];
    Arrays.fill(flat, 128);
    meter.look(new Picture(SQUARE, SQUARE, List.of(flat, flat, flat)));
    assertThatThrownBy(() -> meter.spectrum("test"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("show nothing: give others, or spectrum=1/f");
  }
}
