/**
 * What becomes of a network's answers when features are held at other strengths.
 *
 * <p>How a layer's values are changed is {@code network.edit}'s; here is to what, and what is
 * compared.
 *
 * <pre>{@code
 * Steering steering =
 *     new Steering(UnitSet.parseAll("mixed4c:12"), ChannelChange.Kind.CLAMP, Strength.parse("2x"));
 * LargestValues largest = LargestValues.of(steering.layers(network.architecture()));
 * largest.look(network, picture, Progress.NONE);
 * try (InceptionV1 steered = network.with(steering.edits(network.architecture(), largest))) {
 *   List<LayerChange> changes =
 *       LayerChange.of(network, steered, picture, List.of("mixed4d"), Progress.NONE);
 * }
 * }</pre>
 */
package io.github.inceptionlens.activation.steering;
