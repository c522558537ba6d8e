/**
 * Training an InceptionV1 from scratch; not used by the plugin itself.
 *
 * <pre>{@code
 * try (TrainableInceptionV1 trainable =
 *     new TrainableInceptionV1(engine, Training.TEXTURES.architecture(), 1)) {
 *   float[] logits = trainable.logits(List.of(picture));
 * }
 * }</pre>
 */
package io.github.inceptionlens.network.training;
