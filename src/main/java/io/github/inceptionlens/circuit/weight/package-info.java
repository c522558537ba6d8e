/**
 * How strongly units of neighboring layers are connected: weights that are expanded over the
 * convolutions between them, as if the network were linear.
 *
 * <p>Knows the network only; what a connection does on an image is none of its business.
 *
 * <pre>{@code
 * List<WeightKernel> inputs =
 *     ExpandedWeights.incoming(network, network.architecture().unit("mixed4c:447"));
 * Unit strongest = inputs.get(0).other();
 * }</pre>
 */
package io.github.inceptionlens.circuit.weight;
