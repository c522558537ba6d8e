package io.github.inceptionlens.activation.example;

/**
 * The values of some units at the places of a picture that count.
 *
 * @param before by unit, a value per position, row-major: what ranks the places
 * @param value by unit, what the network gives there; the very arrays of {@code before} where it is
 *     the same
 * @param places indices of the positions that count, ascending, at least one
 * @param grid where the positions lie
 * @param apart how many positions lie between two of the same picture at least, along one of the
 *     axes, for both to be examples
 */
public record SeenUnits(
    float[][] before, float[][] value, int[] places, PlaceGrid grid, double apart) {}
