package io.github.inceptionlens.visualization.parameterization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.engine.TorchEngine;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PhaseParametersTest {

  private static final int COLORS = 3;

  private static PhaseParameters create(
      final NDManager manager, final int width, final int height) {
    return new PhaseParameters(
        manager,
        new PictureFormat(width, height, COLORS, 2, 1),
        Spectrum.INVERSE_FREQUENCY,
        List.of(new SplittableRandom(1), new SplittableRandom(2)));
  }

  /** Magnitudes and angles of coefficients, one after another. */
  private static double[][] polar(final float[] spectrum, final int height) {
    final double[][] polar = new double[2][spectrum.length / 2];
    for (int i = 0; i < polar[0].length; i++) {
      final float real = spectrum[i / height * 2 * height + i % height];
      final float imaginary = spectrum[i / height * 2 * height + i % height + height];
      polar[0][i] = Math.hypot(real, imaginary);
      polar[1][i] = Math.atan2(imaginary, real);
    }
    return polar;
  }

  @ParameterizedTest
  @CsvSource({"16, 16", "7, 5", "12, 9", "9, 12"})
  void everyCoefficientHasItsMagnitudeWhateverThePhases(final int width, final int height) {
    try (NDManager manager = TorchEngine.start(Progress.NONE).newManager()) {
      final PhaseParameters image = create(manager, width, height);
      final RealDft dft = new RealDft(manager, width, height);
      final float[] expected = Spectrum.INVERSE_FREQUENCY.magnitudes(width, height);
      final float[] planes = image.planes(image.parameters()).toFloatArray();
      final double[][] seen =
          polar(
              dft.forward(manager.create(planes, new Shape(2 * COLORS, height, width)))
                  .toFloatArray(),
              height);

      for (int i = 0; i < seen[0].length; i++) {
        final float wanted = expected[i % expected.length];
        assertThat(seen[0][i]).isCloseTo(wanted, within(1e-3 * wanted + 1e-4));
      }
    }
  }

  @Test
  void picturesOfDifferentSeedsDiffer() {
    try (NDManager manager = TorchEngine.start(Progress.NONE).newManager()) {
      final PhaseParameters image = create(manager, 8, 8);
      final float[] planes = image.planes(image.parameters()).toFloatArray();
      final int half = planes.length / 2;
      double off = 0;
      for (int i = 0; i < half; i++) {
        off += Math.abs(planes[i] - planes[half + i]) / half;
      }
      assertThat(off).isGreaterThan(0.5);
    }
  }

  /**
   * Where two coefficients are not each other's conjugates, phases are free to be any picture's.
   */
  @Test
  void aPicturesPhasesCanBePainted() {
    final int side = 12;
    try (NDManager manager = TorchEngine.start(Progress.NONE).newManager()) {
      final PhaseParameters image = create(manager, side, side);
      final RealDft dft = new RealDft(manager, side, side);
      final Random random = new Random(3);
      final float[] picture = new float[2 * COLORS * side * side];
      for (int i = 0; i < picture.length; i++) {
        picture[i] = (float) random.nextGaussian();
      }
      image.paint(manager.create(picture, image.format().pixels()));
      final Shape flat = new Shape(2 * COLORS, side, side);
      final double[] wanted =
          polar(dft.forward(manager.create(picture, flat)).toFloatArray(), side)[1];
      final double[] seen =
          polar(dft.forward(image.planes(image.parameters()).reshape(flat)).toFloatArray(), side)[
              1];

      final int each = (side / 2 + 1) * side;
      for (int i = 0; i < seen.length; i++) {
        if (!RealDft.isSingle(i % each / side, side)) {
          assertThat(Math.cos(seen[i] - wanted[i])).isCloseTo(1, within(1e-4));
        }
      }
    }
  }

  /** So the sigmoid sees what it sees in the reference implementation. */
  @ParameterizedTest
  @CsvSource({"64, 64", "33, 50"})
  void planesOfOneOverTheFrequencyHaveAMeanOfZeroAndADeviationOfOne(
      final int width, final int height) {
    try (NDManager manager = TorchEngine.start(Progress.NONE).newManager()) {
      final PhaseParameters image = create(manager, width, height);
      final float[] planes = image.planes(image.parameters()).toFloatArray();
      final int each = width * height;
      for (int plane = 0; plane < 2 * COLORS; plane++) {
        double sum = 0;
        double squares = 0;
        for (int i = plane * each; i < (plane + 1) * each; i++) {
          sum += planes[i];
          squares += planes[i] * planes[i];
        }
        assertThat(sum / each).isCloseTo(0, within(1e-4));
        assertThat(Math.sqrt(squares / each)).isCloseTo(1, within(1e-3));
      }
    }
  }

  @Test
  void aSpectrumOfAnotherSizeIsRefused() {
    final Spectrum measured =
        new Spectrum("test", 16, new float[COLORS * 9 * 16], new float[COLORS]);
    assertThatThrownBy(() -> measured.magnitudes(16, 8))
        .isInstanceOf(UserError.class)
        .hasMessage("the spectrum is one of 16 x 16 pixels, but the picture has 16 x 8");
  }
}
