package io.github.inceptionlens.dictionary.sparse;

/**
 * How good a dictionary is.
 *
 * @param unexplained Σ‖x − x̂‖² / Σ‖x − mean‖² on held-out vectors; 1 for what always says their
 *     mean
 * @param unexplainedTraining the same on vectors that were learned from
 * @param active latents per place, in the mean, on held-out vectors
 * @param dead the part of the latents that are active at none of the vectors looked at
 * @param dense the part of the latents that are active at more than a tenth of the vectors looked
 *     at
 */
public record SparseFigures(
    double unexplained, double unexplainedTraining, double active, double dead, double dense) {}
