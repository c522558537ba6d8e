package io.github.inceptionlens.network.architecture;

/**
 * The weights and bias of one node.
 *
 * @param name the canonical stem of both tensors' names, for instance {@code mixed4c_5x5} or {@code
 *     softmax2}
 * @param alias Caffe's name of the layer that holds them, for instance {@code inception_4c/5x5}
 * @param weights the tensor {@code <name>_w}
 * @param bias the tensor {@code <name>_b}
 */
public record NodeParameters(String name, String alias, TensorSpec weights, TensorSpec bias) {}
