/**
 * Files of trained weights: their formats, read strictly and completely before any native call, the
 * catalogue of public trainings and where a user's files live.
 *
 * <p>Knows no ImageJ and no method.
 */
package io.github.inceptionlens.weights;
