/**
 * Trained networks by name: the bundled one, public ones, the user's own.
 *
 * <p>Knows neither ImageJ nor methods.
 */
package io.github.inceptionlens.weights;
