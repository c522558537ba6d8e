package io.github.inceptionlens.network.architecture;

import java.util.List;

/**
 * A tensor of weights that an architecture needs.
 *
 * @param name its canonical name, for instance {@code mixed4c_5x5_w} or {@code softmax2_b}
 * @param shape [out, in, kernel, kernel] of a convolution, [out, in] of the classifier, [out] of a
 *     bias
 */
public record TensorSpec(String name, List<Integer> shape) {

  /** Copies the shape. */
  public TensorSpec {
    shape = List.copyOf(shape);
  }

  /** The number of values. */
  public int count() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }
}
