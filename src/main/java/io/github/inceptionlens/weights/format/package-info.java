/**
 * File formats of weights, each a {@code WeightFormat} plugin, and their readers.
 *
 * <p>Knows no folders and no network names.
 *
 * <pre>{@code
 * try (WeightSource source = WeightSource.open(file)) {
 *   WeightFormat format = WeightFiles.format(source, WeightFiles.standard());
 *   Training training = format.training(source);
 * }
 * }</pre>
 */
package io.github.inceptionlens.weights.format;
