package io.github.inceptionlens.network.architecture;

import java.util.List;

/**
 * The weights and bias of one node.
 *
 * @param name the canonical stem of both tensors' names, for instance {@code mixed4c_5x5} or {@code
 *     softmax2}
 * @param alias Caffe's name of the layer that holds them, for instance {@code inception_4c/5x5}
 * @param weights the tensor {@code <name>_w}
 * @param bias the tensor {@code <name>_b}
 */
public record NodeParameters(String name, String alias, TensorSpec weights, TensorSpec bias) {

  /**
   * The tensors of a node by the stem of their names.
   *
   * @param shape of the weights, the outputs first
   */
  static NodeParameters of(final String name, final String alias, final List<Integer> shape) {
    return new NodeParameters(
        name,
        alias,
        new TensorSpec(name + "_w", shape),
        new TensorSpec(name + "_b", shape.subList(0, 1)));
  }
}
