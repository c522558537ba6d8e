package io.github.inceptionlens.visualization.parameterization;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Planes as the phases of their Fourier coefficients; the magnitudes and the means are given and
 * stay.
 *
 * <p>A parameter [plane of each picture, column frequency, row frequency] is a phase in radians. Of
 * two coefficients that are each other's conjugates the first decides, and those that are their own
 * conjugates do not count, so that every coefficient has its magnitude whatever the parameters.
 */
final class PhaseParameters extends ImageParameters {

  private static final int COLORS = 3;

  private final RealDft dft;
  private final Shape coefficients;
  private final NDArray magnitudes;
  private final NDArray means;
  private final NDArray deciding;
  private final NDArray signs;

  /**
   * @param generators one per picture
   */
  PhaseParameters(
      final NDManager manager,
      final PictureFormat format,
      final Spectrum spectrum,
      final List<SplittableRandom> generators) {
    super(format, List.of(phases(manager, format, generators)));
    final int width = format.width();
    final int height = format.height();
    this.dft = new RealDft(manager, width, height);
    this.coefficients = coefficients(format, 1);
    this.magnitudes =
        manager.create(
            spectrum.magnitudes(width, height), new Shape(1, COLORS, coefficients.get(1), height));
    this.means = manager.create(spectrum.means(), new Shape(1, COLORS, 1, 1));
    final int count = (int) coefficients.size();
    final long[] partners = new long[count];
    final float[] turns = new float[count];
    for (int i = 0; i < count; i++) {
      final int column = i / height;
      final int row = i % height;
      final boolean single = RealDft.isSingle(column, width);
      final int partner = single ? (height - row) % height : row;
      partners[i] = single && partner < row ? (long) column * height + partner : i;
      turns[i] = !single ? 1 : Integer.signum(partner - row);
    }
    this.deciding = manager.create(partners, new Shape(1, count));
    this.signs = manager.create(turns, new Shape(1, count));
  }

  private static Shape coefficients(final PictureFormat format, final long planes) {
    return new Shape(planes, format.width() / 2 + 1, format.height());
  }

  private static NDArray phases(
      final NDManager manager,
      final PictureFormat format,
      final List<SplittableRandom> generators) {
    final Shape shape = coefficients(format, (long) format.pictures() * COLORS);
    final float[] values = new float[(int) shape.size()];
    final int each = values.length / generators.size();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (Math.PI * (2 * generators.get(i / each).nextDouble() - 1));
    }
    return manager.create(values, shape);
  }

  @Override
  public NDArray planes(final List<NDArray> leaves) {
    final long planes = leaves.get(0).getShape().get(0);
    final NDArray phases =
        leaves
            .get(0)
            .reshape(planes, coefficients.size())
            .gather(deciding.broadcast(new Shape(planes, coefficients.size())), 1)
            .mul(signs)
            .reshape(format().pictures(), COLORS, coefficients.get(1), coefficients.get(2));
    final NDArray spectrum =
        NDArrays.concat(new NDList(phases.cos().mul(magnitudes), phases.sin().mul(magnitudes)), 3);
    return dft.inverse(spectrum.reshape(dft.spectrum(planes)))
        .reshape(format().pixels())
        .add(means);
  }

  @Override
  public void paint(final NDArray planes) {
    final NDArray phases = parameters().get(0);
    try (NDManager scope = phases.getManager().newSubManager()) {
      final NDArray own = planes.stopGradient();
      own.attach(scope);
      final Shape flat = new Shape(phases.getShape().get(0), format().height(), format().width());
      final float[] spectrum = dft.forward(own.reshape(flat)).toFloatArray();
      final float[] angles = angles(spectrum, format().height());
      scope.create(angles, phases.getShape()).copyTo(phases);
    }
  }

  /** The angles of coefficients whose real and imaginary parts follow one another row by row. */
  private static float[] angles(final float[] spectrum, final int height) {
    final float[] angles = new float[spectrum.length / 2];
    for (int i = 0; i < angles.length; i++) {
      final int real = i / height * 2 * height + i % height;
      angles[i] = (float) Math.atan2(spectrum[real + height], spectrum[real]);
    }
    return angles;
  }
}
