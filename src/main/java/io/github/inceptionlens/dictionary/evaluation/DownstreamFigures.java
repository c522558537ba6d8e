package io.github.inceptionlens.dictionary.evaluation;

/**
 * What becomes of the network's answer when a layer is replaced by what a code rebuilds of it.
 *
 * @param pictures how many were shown
 * @param agreement the part of them whose most probable class stays, 0 to 1
 * @param divergence Kullback-Leibler divergence of the class probabilities with the replacement
 *     from those without, Σ p log(p/q), in nats, in the mean; 0 or more
 * @param recovered loss recovered: {@code 1 − (L − L₀) / (Lₘ − L₀)}, where L is the mean
 *     cross-entropy of the probabilities with the replacement, L₀ without, Lₘ with the mean vector
 *     at every place, all against the probabilities of the unchanged network, so that L − L₀ is the
 *     divergence and no labels are needed: 1 for no harm, 0 for what is as bad as the mean; below 0
 *     for worse; NaN where the mean does no harm
 * @see <a href="https://transformer-circuits.pub/2023/monosemantic-features">Bricken et al. 2023,
 *     with zeros in the place of the mean and the loss against labels</a>
 * @see <a href="https://arxiv.org/abs/2406.04093">Gao et al. 2024</a>
 */
public record DownstreamFigures(
    int pictures, double agreement, double divergence, double recovered) {}
