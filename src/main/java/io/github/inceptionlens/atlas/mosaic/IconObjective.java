package io.github.inceptionlens.atlas.mosaic;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.engine.ScalarOperations;
import java.util.List;

/**
 * What an icon is to raise: {@code d * max(0.1, d / |h|)^p} with the vector h of the layer's middle
 * unit and its product d with a direction of length 1, another direction for each icon.
 *
 * @see <a href="https://distill.pub/2019/activation-atlas">Carter et al. 2019</a>
 */
final class IconObjective {

  static final double LEAST_COSINE = 0.1;

  /** Keeps the length of a silent unit differentiable; far below that of any other. */
  private static final double LEAST_LENGTH = 1e-8;

  private IconObjective() {}

  /**
   * The objective of a batch.
   *
   * @param layer canonical name
   * @param directions one per icon, each of length 1
   * @param power p
   */
  static Objective of(final String layer, final List<float[]> directions, final double power) {
    final int channels = directions.get(0).length;
    final float[] values = new float[directions.size() * channels];
    for (int i = 0; i < directions.size(); i++) {
      System.arraycopy(directions.get(i), 0, values, i * channels, channels);
    }
    final Shape shape = new Shape(directions.size(), channels);
    return new Objective(
        List.of(layer),
        places -> {
          final NDArray middle = middle(places.get(layer));
          final NDArray along =
              middle.mul(middle.getManager().create(values, shape)).sum(new int[] {1});
          if (power == 0) {
            return along;
          }
          final NDArray length =
              middle.square().sum(new int[] {1}).add(LEAST_LENGTH * LEAST_LENGTH).sqrt();
          final NDArray cosine = ScalarOperations.atLeast(along.div(length), LEAST_COSINE);
          return along.mul(ScalarOperations.power(cosine, power));
        });
  }

  /** [icon, channel] of [icon, channel, row, column]. */
  private static NDArray middle(final NDArray map) {
    final Shape shape = map.getShape();
    return map.get(new NDIndex(":, :, {}, {}", shape.get(2) / 2, shape.get(3) / 2));
  }

  /**
   * The same of one icon's vector.
   *
   * @param seen the vector of the layer's middle unit
   */
  static double value(final float[] seen, final float[] direction, final double power) {
    double along = 0;
    double squares = 0;
    for (int i = 0; i < seen.length; i++) {
      along += (double) seen[i] * direction[i];
      squares += (double) seen[i] * seen[i];
    }
    final double cosine = squares > 0 ? along / Math.sqrt(squares) : 0;
    return along * Math.pow(Math.max(LEAST_COSINE, cosine), power);
  }
}
