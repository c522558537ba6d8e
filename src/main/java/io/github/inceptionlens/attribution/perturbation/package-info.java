/**
 * Attribution methods that change the picture and look at the scores.
 *
 * <pre>{@code
 * AttributionRequest request = AttributionRequest.of("top").window(32, 16);
 * Attribution map = new Occlusion().attribute(network, picture, request, Progress.NONE);
 * }</pre>
 */
package io.github.inceptionlens.attribution.perturbation;
