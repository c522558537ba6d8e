/**
 * Derivatives of objectives at pixels and layers, exact or by a rule for rectifiers, and relevance
 * propagation.
 *
 * <p>No other room collects gradients.
 *
 * <pre>{@code
 * GradientRequest request = GradientRequest.pixels(Objective.logit(3), ReluRule.GUIDED);
 * Gradient gradient = Gradients.of(network, List.of(picture), request).get(0);
 * MapStack slopes = gradient.pixels();   // width x height x 3
 * }</pre>
 */
package io.github.inceptionlens.network.gradient;
