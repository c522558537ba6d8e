/**
 * How all that the network answers changes at once when a layer changes along one direction; for
 * the change of one answer with respect to all of a layer see {@link
 * io.github.inceptionlens.network.gradient}.
 *
 * <pre>{@code
 * FeatureMap map = network.run(picture, List.of("mixed4c")).map("mixed4c");
 * Tangents.Direction direction = new Tangents.Direction(0, new float[map.layer().channels()]);
 * float[][] scores = new Tangents(network).logits(picture, map, List.of(direction));
 * }</pre>
 */
package io.github.inceptionlens.network.tangent;
