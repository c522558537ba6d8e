package io.github.inceptionlens.activation.statistics;

import io.github.inceptionlens.core.Unit;

/**
 * Where one unit's values lie over a collection, in units of the activation.
 *
 * @param unit with canonical names
 * @param mean of all values
 * @param deviation their standard deviation
 */
public record UnitSpread(Unit unit, double mean, double deviation) {}
