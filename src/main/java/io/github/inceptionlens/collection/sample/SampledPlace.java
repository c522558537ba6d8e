package io.github.inceptionlens.collection.sample;

/**
 * Where a vector is from.
 *
 * @param image index of the image among those of the sample
 * @param slice of the image, from 1
 * @param x column of the image, of the center of what the unit sees, rounded
 * @param y row of the same
 */
public record SampledPlace(int image, int slice, int x, int y) {}
