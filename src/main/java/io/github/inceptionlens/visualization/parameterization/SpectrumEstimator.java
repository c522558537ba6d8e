package io.github.inceptionlens.visualization.parameterization;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import java.util.Locale;

/**
 * Measures the magnitudes of the Fourier coefficients of pictures, and their mean color, by Welch's
 * method: the mean power of squares of one size, side by side about each picture's middle, under a
 * Hann window, which keeps the squares' borders from counting as edges. Pictures of that spectrum
 * have the contrast of the measured ones.
 *
 * <pre>{@code
 * SpectrumMeter meter = new SpectrumMeter(network, 128);
 * pictures.forEach(meter::look);
 * Parameterization maco = Parameterization.maco(meter.spectrum("my pictures"));
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1109/TAU.1967.1161901">Welch 1967</a>
 */
public final class SpectrumEstimator {

  private static final int COLORS = 3;
  private static final float WHITE = 255;

  /** Coefficients of flat pictures are no larger than this in the mean: numbers' own noise. */
  private static final double FAINTEST = 1e-2;

  private final InceptionV1 network;
  private final int size;
  private final float[] window;
  private final double[] power;
  private final double[] means = new double[COLORS];
  private int squares;

  /**
   * @param network lends its engine
   * @param size width and height of the squares in pixels, at least 2
   */
  public SpectrumEstimator(final InceptionV1 network, final int size) {
    this.network = network;
    this.size = size;
    this.window = window(size);
    this.power = new double[COLORS * (size / 2 + 1) * size];
  }

  /** The product of two cosine bells, scaled so that it leaves the power as it is. */
  private static float[] window(final int size) {
    final float[] window = new float[size * size];
    double power = 0;
    for (int i = 0; i < window.length; i++) {
      window[i] = (float) (bell(i % size, size) * bell(i / size, size));
      power += window[i] * window[i] / (double) window.length;
    }
    for (int i = 0; i < window.length; i++) {
      window[i] /= (float) Math.sqrt(power);
    }
    return window;
  }

  private static double bell(final int index, final int size) {
    return 1 - Math.cos(2 * Math.PI * (index + 0.5) / size);
  }

  /**
   * Looks at the next picture.
   *
   * @param picture width x height x 3, values 0 to 255
   * @throws UserError when it is smaller than a square
   */
  public void look(final Picture picture) {
    final int columns = picture.width() / size;
    final int rows = picture.height() / size;
    if (columns == 0 || rows == 0) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the picture has %d x %d pixels, too few for a spectrum of size %d: choose a smaller"
                  + " size, or leave the picture out",
              picture.dimension(0),
              picture.dimension(1),
              size));
    }
    final int left = (picture.width() - columns * size) / 2;
    final int top = (picture.height() - rows * size) / 2;
    try (NDManager manager = network.newManager()) {
      final RealDft dft = new RealDft(manager, size, size);
      final ColorDecorrelation colors = ColorDecorrelation.decorrelated(manager);
      for (int i = 0; i < columns * rows; i++) {
        try (NDManager scope = manager.newSubManager()) {
          final NDArray square =
              square(picture, left + i % columns * size, top + i / columns * size, scope);
          add(colors.planes(square).reshape(COLORS, size, size), dft);
        }
      }
    }
  }

  /** [1, 3, row, column], 0 to 1. */
  private NDArray square(
      final Picture picture, final int left, final int top, final NDManager scope) {
    final int width = picture.width();
    final float[] values = new float[COLORS * size * size];
    for (int plane = 0; plane < COLORS; plane++) {
      final float[] pixels = picture.plane(plane);
      for (int row = 0; row < size; row++) {
        System.arraycopy(
            pixels, (top + row) * width + left, values, (plane * size + row) * size, size);
      }
    }
    return scope.create(values, new Shape(1, COLORS, size, size)).div(WHITE);
  }

  private void add(final NDArray planes, final RealDft dft) {
    final NDArray mean = planes.mean(new int[] {2}).mean(new int[] {1});
    final NDArray weights = planes.getManager().create(window, new Shape(1, size, size));
    final float[] spectrum =
        dft.forward(planes.sub(mean.reshape(COLORS, 1, 1)).mul(weights)).toFloatArray();
    for (int i = 0; i < power.length; i++) {
      final double real = spectrum[i / size * 2 * size + i % size];
      final double imaginary = spectrum[i / size * 2 * size + i % size + size];
      power[i] += real * real + imaginary * imaginary;
    }
    final float[] color = mean.toFloatArray();
    for (int i = 0; i < COLORS; i++) {
      means[i] += color[i];
    }
    squares++;
  }

  /**
   * The spectrum of all squares so far.
   *
   * @param name of the pictures, for provenance
   * @throws UserError when the pictures are empty planes, which have no spectrum
   */
  public Spectrum spectrum(final String name) {
    final int each = power.length / COLORS;
    final float[] magnitudes = new float[power.length];
    double all = 0;
    for (int i = 0; i < magnitudes.length; i++) {
      magnitudes[i] = i % each == 0 ? 0 : (float) Math.sqrt(power[i] / squares);
      all += magnitudes[i];
    }
    if (!(all > FAINTEST * power.length)) {
      throw new UserError(
          "the pictures for the spectrum show nothing: give others, or spectrum=1/f");
    }
    final float[] color = new float[COLORS];
    for (int i = 0; i < COLORS; i++) {
      color[i] = (float) (means[i] / squares);
    }
    return new Spectrum(
        String.format(Locale.ROOT, "that of %s, %d squares of %d pixels", name, squares, size),
        size,
        magnitudes,
        color);
  }
}
