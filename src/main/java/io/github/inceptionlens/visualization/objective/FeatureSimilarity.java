package io.github.inceptionlens.visualization.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.engine.ScalarOperations;
import java.util.List;

/**
 * Numbers that compare, in a layer, a picture that is made with a reference; where both are shown
 * to the network the reference is the second.
 */
public final class FeatureSimilarity {

  private static final double LEAST_COSINE = 0.1;
  private static final double GUARD = 1e-12;

  private FeatureSimilarity() {}

  /**
   * How far the layer is from a response: {@code |h - h0|^2 / |h0|^2}.
   *
   * @param answer the layer's response to the reference, [1, channel, row, column], not all 0
   */
  public static Objective distance(final String layer, final NDArray answer) {
    final double size;
    try (NDArray squares = answer.square();
        NDArray sum = squares.sum()) {
      size = sum.getFloat();
    }
    return new Objective(
        List.of(layer),
        values -> ScalarOperations.times(sum(values.get(layer).sub(answer).square()), 1 / size));
  }

  /**
   * How much of the reference's response is in the picture's: {@code <h0, h> * max(0.1,
   * cos)^power}, summed over the whole layer; for power 0 the plain inner product.
   *
   * @see <a href="https://distill.pub/2018/building-blocks/">Olah et al. 2018</a>
   */
  public static Objective caricature(final String layer, final double power) {
    return new Objective(
        List.of(layer),
        values -> {
          final NDArray own = values.get(layer).get(new NDIndex("0:1"));
          final NDArray reference = reference(values.get(layer));
          final NDArray dot = sum(own.mul(reference));
          if (power == 0) {
            return dot;
          }
          final NDArray lengths = length(own).mul(length(reference));
          final NDArray cosine = ScalarOperations.atLeast(dot.div(lengths), LEAST_COSINE);
          return dot.mul(ScalarOperations.power(cosine, power));
        });
  }

  /** How many times more of the reference's response there is than in itself. */
  public static Objective gain(final String layer) {
    final Objective dot = caricature(layer, 0);
    return new Objective(
        dot.names(),
        values -> dot.value().of(values).div(sum(reference(values.get(layer)).square())));
  }

  private static NDArray reference(final NDArray layer) {
    return layer.get(new NDIndex("1:2")).stopGradient();
  }

  private static NDArray length(final NDArray layer) {
    return sum(layer.square()).add(GUARD).sqrt();
  }

  /** [1]: the sum of all values. */
  private static NDArray sum(final NDArray values) {
    return values.sum().reshape(1);
  }
}
