/**
 * The table of an InceptionV1 training: rows, widths, preprocessing, labels and weights.
 *
 * <p>Computes nothing.
 */
package io.github.inceptionlens.network.architecture;
