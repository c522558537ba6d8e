/**
 * Trained networks by name: the bundled one, public ones, the user's own.
 *
 * <p>Knows neither ImageJ nor methods.
 *
 * <pre>{@code
 * TrainedNetwork trained = TrainedNetwork.named("textures");
 * try (InceptionV1 inception =
 *     new InceptionV1(TorchEngine.start(Progress.NONE), trained.architecture(), trained.read())) {
 *   String digest = inception.digest();
 * }
 * }</pre>
 */
package io.github.inceptionlens.weights;
