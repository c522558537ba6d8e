/**
 * File formats of weights, each a {@code WeightFormat} plugin, and their readers.
 *
 * <p>Knows no folders and no network names.
 */
package io.github.inceptionlens.weights.format;
