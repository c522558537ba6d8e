package io.github.inceptionlens.visualization.parameterization;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Planes as their Fourier coefficients, scaled so that a step along any coefficient changes the
 * picture with the spectrum of natural photographs: amplitudes that fall as one over the frequency.
 */
public final class FourierParameters extends ImageParameters {

  /** What Lucid divides the planes by. */
  private static final double DAMPING = 4;

  private final RealDft dft;
  private final NDArray scale;

  /**
   * @param deviation of the coefficients at the start
   * @param generators one per picture
   */
  public FourierParameters(
      final NDManager manager,
      final PictureFormat format,
      final double deviation,
      final List<SplittableRandom> generators) {
    this(manager, format, deviation, 0, generators);
  }

  /**
   * @param deviation of the coefficients at the start
   * @param smoothing standard deviation in pixels of the Gaussian under which the planes lie; 0 for
   *     none
   * @param generators one per picture
   */
  FourierParameters(
      final NDManager manager,
      final PictureFormat format,
      final double deviation,
      final double smoothing,
      final List<SplittableRandom> generators) {
    this(
        manager,
        format,
        new RealDft(manager, format.width(), format.height()),
        deviation,
        smoothing,
        generators);
  }

  private FourierParameters(
      final NDManager manager,
      final PictureFormat format,
      final RealDft dft,
      final double deviation,
      final double smoothing,
      final List<SplittableRandom> generators) {
    super(
        format,
        List.of(
            GaussianArrays.normal(
                manager,
                dft.spectrum((long) format.pictures() * format.planes()),
                deviation,
                generators)));
    this.dft = dft;
    this.scale = scale(manager, format, dft, smoothing);
  }

  private static NDArray scale(
      final NDManager manager,
      final PictureFormat format,
      final RealDft dft,
      final double smoothing) {
    final Shape shape = dft.spectrum(1);
    final int rows = format.height();
    final double lowest = 1.0 / Math.max(format.width(), rows);
    final double size = Math.sqrt((double) format.width() * rows);
    final float[] values = new float[(int) shape.size()];
    for (int i = 0; i < values.length; i++) {
      final double frequency = dft.frequency(i / (2 * rows), i % rows);
      values[i] =
          (float) (size / Math.max(frequency, lowest) / DAMPING * response(smoothing, frequency));
    }
    return manager.create(values, shape);
  }

  /**
   * What a Gaussian leaves of a frequency.
   *
   * @param deviation of the Gaussian, in pixels
   * @param frequency in periods per pixel
   */
  private static double response(final double deviation, final double frequency) {
    final double phase = 2 * Math.PI * deviation * frequency;
    return Math.exp(-phase * phase / 2);
  }

  @Override
  public NDArray planes(final List<NDArray> leaves) {
    return dft.inverse(leaves.get(0).mul(scale)).reshape(format().pixels());
  }

  @Override
  public void paint(final NDArray planes) {
    final NDArray spectrum = parameters().get(0);
    try (NDManager scope = spectrum.getManager().newSubManager()) {
      final NDArray own = planes.stopGradient();
      own.attach(scope);
      final Shape flat =
          new Shape(
              (long) format().pictures() * format().planes(), format().height(), format().width());
      dft.forward(own.reshape(flat)).div(scale).copyTo(spectrum);
    }
  }
}
