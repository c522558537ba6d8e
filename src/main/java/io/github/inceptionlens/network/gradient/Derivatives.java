package io.github.inceptionlens.network.gradient;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/**
 * The native results of a backward pass over a batch.
 *
 * @param values the objective, [picture]
 * @param input the derivative with respect to the input, or null when it was not asked for
 * @param activations the values of the layers that were asked for
 * @param gradients the derivatives with respect to that
 */
record Derivatives(
    NDArray values,
    NDArray input,
    Map<String, NDArray> activations,
    Map<String, NDArray> gradients) {}
