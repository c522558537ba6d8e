package io.github.inceptionlens.visualization.parameterization;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.engine.ScalarOperations;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * Pictures as small networks that make a pixel's color of its place: eight layers of 24 channels
 * with bent arc tangents, and three channels of color that are silent at the start. The places run
 * from minus to plus the square root of 3 along both axes, so their variance is 1.
 *
 * <p>Lucid's figures. The parameters are, layer by layer, weights [picture, channel, input] and
 * biases [picture, channel, 1].
 */
final class CppnParameters extends ImageParameters {

  /** What a pixel needs of memory while the network is differentiated; measured. */
  static final long BYTES = 6_000;

  private static final int LAYERS = 8;
  private static final int CHANNELS = 24;
  private static final double BIAS = 0.1;
  private static final double EDGE = Math.sqrt(3);

  /** What makes the variance of the arc tangent, and of its square, about 1. */
  private static final double ODD = 0.67;

  private static final double EVEN = 0.6;

  /** So many pixels are drawn at once. */
  private static final int BAND = 1 << 14;

  private final NDArray places;

  /**
   * @param generators one per picture
   */
  CppnParameters(
      final NDManager manager,
      final PictureFormat format,
      final List<SplittableRandom> generators) {
    super(format, parameters(manager, format, generators));
    this.places = places(manager, format.width(), 0, format.height(), format.height());
  }

  private static List<NDArray> parameters(
      final NDManager manager,
      final PictureFormat format,
      final List<SplittableRandom> generators) {
    final List<NDArray> parameters = new ArrayList<>();
    final long pictures = format.pictures();
    int inputs = 2;
    for (int layer = 0; layer < LAYERS; layer++) {
      final double deviation = Math.sqrt(1.0 / inputs);
      parameters.add(
          GaussianArrays.normal(
              manager, new Shape(pictures, CHANNELS, inputs), deviation, generators));
      parameters.add(
          GaussianArrays.normal(manager, new Shape(pictures, CHANNELS, 1), BIAS, generators));
      inputs = 2 * CHANNELS;
    }
    parameters.add(manager.zeros(new Shape(pictures, format.planes(), inputs)));
    parameters.add(manager.zeros(new Shape(pictures, format.planes(), 1)));
    return parameters;
  }

  /**
   * [1, 2, pixel]: column and row of pixels, spread from edge to edge of the picture.
   *
   * @param first the first row
   * @param rows how many rows
   * @param height how many rows the picture has
   */
  private static NDArray places(
      final NDManager manager, final int width, final int first, final int rows, final int height) {
    final int count = width * rows;
    final float[] values = new float[2 * count];
    for (int i = 0; i < count; i++) {
      values[i] = place(i % width, width);
      values[count + i] = place(first + i / width, height);
    }
    return manager.create(values, new Shape(1, 2, count));
  }

  private static float place(final int index, final int length) {
    return length == 1 ? 0 : (float) (EDGE * (2.0 * index / (length - 1) - 1));
  }

  @Override
  public ColorDecorrelation colors(final NDManager manager) {
    return ColorDecorrelation.plain(manager);
  }

  @Override
  public NDArray planes(final List<NDArray> leaves) {
    return colors(leaves, places).reshape(format().pixels());
  }

  /** [picture, plane, pixel]. */
  private static NDArray colors(final List<NDArray> leaves, final NDArray places) {
    NDArray values = leaves.get(0).matMul(places).add(leaves.get(1));
    for (int layer = 1; layer <= LAYERS; layer++) {
      values = next(leaves.get(2 * layer), leaves.get(2 * layer + 1), values.atan());
    }
    return values;
  }

  /**
   * A layer of an odd and an even function of each channel below it.
   *
   * @param weights of the odd functions, then of the even ones
   * @param bent the channels' arc tangents
   */
  private static NDArray next(final NDArray weights, final NDArray biases, final NDArray bent) {
    final NDArray odd = weights.get(new NDIndex(":, :, :{}", CHANNELS));
    final NDArray even = weights.get(new NDIndex(":, :, {}:", CHANNELS));
    return ScalarOperations.times(odd, 1 / ODD)
        .matMul(bent)
        .add(ScalarOperations.times(even, 1 / EVEN).matMul(bent.square()))
        .add(biases);
  }

  /** Band by band, for every layer keeps some hundred numbers of a pixel. */
  @Override
  public List<float[]> magnified(
      final int picture, final int factor, final UnaryOperator<NDArray> finish) {
    final int width = format().width() * factor;
    final int height = format().height() * factor;
    final int band = Math.max(1, BAND / width);
    final List<float[]> planes = new ArrayList<>();
    for (int plane = 0; plane < format().planes(); plane++) {
      planes.add(new float[width * height]);
    }
    for (int first = 0; first < height; first += band) {
      final int rows = Math.min(band, height - first);
      try (NDManager scope = places.getManager().newSubManager()) {
        final NDArray drawn =
            colors(own(picture, scope), places(scope, width, first, rows, height))
                .reshape(1, format().planes(), rows, width);
        final float[] values = finish.apply(drawn).toFloatArray();
        for (int plane = 0; plane < planes.size(); plane++) {
          System.arraycopy(
              values, plane * rows * width, planes.get(plane), first * width, rows * width);
        }
      }
    }
    return planes;
  }

  /** A picture's parameters. */
  private List<NDArray> own(final int picture, final NDManager scope) {
    final List<NDArray> own = new ArrayList<>();
    for (final NDArray parameter : parameters()) {
      final NDArray part = parameter.get(new NDIndex("{}:{}", picture, picture + 1));
      part.attach(scope);
      own.add(part);
    }
    return own;
  }

  @Override
  public void paint(final NDArray planes) {
    throw new UserError(
        "parameterization is cppn, which cannot begin with a picture: choose fourier or pixel");
  }
}
