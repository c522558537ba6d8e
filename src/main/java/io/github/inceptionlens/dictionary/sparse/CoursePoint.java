package io.github.inceptionlens.dictionary.sparse;

/**
 * How far a training is.
 *
 * @param step how many updates are done
 * @param loss mean squared error of the last batches and penalties, as a part of the variance
 * @param dead the part of the latents that were silent for long
 * @param unexplained the part of the variance of held-out vectors that is not explained
 */
public record CoursePoint(int step, double loss, double dead, double unexplained) {}
