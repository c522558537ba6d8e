/**
 * Attribution methods that take one backward pass, or several under noise.
 *
 * <pre>{@code
 * AttributionRequest request = AttributionRequest.of("mixed4c:12").noise(25, 0.1).seed(1);
 * Attribution map = new SmoothGrad().attribute(network, picture, request, Progress.NONE);
 * }</pre>
 */
package io.github.inceptionlens.attribution.gradient;
