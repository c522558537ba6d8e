package io.github.inceptionlens.visualization.parameterization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.engine.TorchEngine;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RealDftTest {

  @ParameterizedTest
  @CsvSource({"8, 6", "7, 5", "6, 7", "5, 8", "1, 4", "4, 1"})
  void theInverseIsTheSumOverAllFrequencies(final int width, final int height) {
    try (NDManager manager = TorchEngine.start(Progress.NONE).newManager()) {
      final RealDft dft = new RealDft(manager, width, height);
      final float[] spectrum = normal((int) dft.spectrum(1).size());
      final float[] plane = dft.inverse(manager.create(spectrum, dft.spectrum(1))).toFloatArray();

      for (int i = 0; i < plane.length; i++) {
        final double expected = naive(spectrum, width, height, i % width, i / width);
        assertThat(plane[i]).isCloseTo((float) expected, within(1e-5f));
      }
    }
  }

  /** What a pixel is by definition, frequency by frequency, the mirrored ones as conjugates. */
  private static double naive(
      final float[] spectrum, final int width, final int height, final int x, final int y) {
    double sum = 0;
    for (int v = 0; v < width; v++) {
      final boolean mirrored = v > width / 2;
      final int column = mirrored ? width - v : v;
      for (int u = 0; u < height; u++) {
        final int row = mirrored ? (height - u) % height : u;
        final double re = spectrum[column * 2 * height + row];
        final double im = spectrum[column * 2 * height + height + row] * (mirrored ? -1 : 1);
        final double angle = 2 * Math.PI * ((double) u * y / height + (double) v * x / width);
        sum += re * Math.cos(angle) - im * Math.sin(angle);
      }
    }
    return sum / (width * height);
  }

  @ParameterizedTest
  @CsvSource({"8, 6", "7, 5", "16, 16"})
  void thereAndBackIsTheSame(final int width, final int height) {
    try (NDManager manager = TorchEngine.start(Progress.NONE).newManager()) {
      final RealDft dft = new RealDft(manager, width, height);
      final float[] planes = normal(2 * width * height);
      final NDArray spectrum = dft.forward(manager.create(planes, new Shape(2, height, width)));

      assertThat(dft.inverse(spectrum).toFloatArray())
          .satisfies(back -> assertThat(distance(back, planes)).isLessThan(1e-5));
    }
  }

  @ParameterizedTest
  @CsvSource({"8, 6", "7, 5"})
  void theLowestCoefficientIsAConstantPlane(final int width, final int height) {
    try (NDManager manager = TorchEngine.start(Progress.NONE).newManager()) {
      final RealDft dft = new RealDft(manager, width, height);
      final float[] spectrum = new float[(int) dft.spectrum(1).size()];
      spectrum[0] = width * height;

      assertThat(dft.inverse(manager.create(spectrum, dft.spectrum(1))).toFloatArray())
          .satisfies(plane -> assertThat(distance(plane, ones(width * height))).isLessThan(1e-6));
      assertThat(dft.frequency(0, 0)).isZero();
      assertThat(dft.frequency(1, 0)).isCloseTo(1.0 / width, within(1e-12));
      assertThat(dft.frequency(0, height - 1)).isCloseTo(1.0 / height, within(1e-12));
    }
  }

  private static double distance(final float[] a, final float[] b) {
    assertThat(a).hasSameSizeAs(b);
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }

  private static float[] ones(final int count) {
    final float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static float[] normal(final int count) {
    final Random random = new Random(3);
    final float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
