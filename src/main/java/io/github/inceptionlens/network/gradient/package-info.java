/**
 * Derivatives of objectives at pixels and layers, exact or by a rule for rectifiers, and relevance
 * propagation.
 *
 * <p>No other room collects gradients.
 */
package io.github.inceptionlens.network.gradient;
