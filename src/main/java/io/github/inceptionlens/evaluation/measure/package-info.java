/**
 * Figures of a map as pure functions of numbers.
 *
 * <p>Knows no network.
 */
package io.github.inceptionlens.evaluation.measure;
