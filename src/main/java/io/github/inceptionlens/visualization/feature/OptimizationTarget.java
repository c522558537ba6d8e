package io.github.inceptionlens.visualization.feature;

import io.github.inceptionlens.core.target.Target;

/**
 * What a visualization shows.
 *
 * @param objective what is to become large
 * @param seed what its first picture is drawn from
 */
public record OptimizationTarget(Target objective, long seed) {}
