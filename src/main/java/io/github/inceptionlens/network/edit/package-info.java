/**
 * Edits of a trained network: what changes its table or its weights, for all methods alike.
 *
 * <p>Knows the architecture, no engine and no files.
 *
 * <pre>{@code
 * NetworkEdit edit = new RandomizedParameters(List.of("mixed5b_1x1"), 1);
 * try (InceptionV1 randomized = network.edited(edit)) {
 *   Activations other = randomized.run(picture, List.of("mixed5b"));
 * }
 * }</pre>
 */
package io.github.inceptionlens.network.edit;
