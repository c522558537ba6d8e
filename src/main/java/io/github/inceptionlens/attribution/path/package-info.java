/**
 * Attribution methods that integrate gradients along a path of pictures.
 *
 * <pre>{@code
 * AttributionRequest request = AttributionRequest.of("top").baseline(Baseline.Plain.MEAN);
 * Attribution map = new IntegratedGradients().attribute(network, picture, request, Progress.NONE);
 * double gap = map.completeness().orElseThrow().gap();
 * }</pre>
 */
package io.github.inceptionlens.attribution.path;
