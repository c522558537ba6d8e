package io.github.inceptionlens.circuit.family;

import io.github.inceptionlens.core.Unit;

/**
 * A unit of a family.
 *
 * @param way how it lies to the family's first unit
 * @param correlation of its responses with those of the others, each turned back, the mean over the
 *     others; at most 1
 * @param shuffled the same with pictures permuted
 * @param tuned which part of its variance depends on how pictures lie, 0 to 1
 */
public record FamilyMember(
    Unit unit, Congruence way, double correlation, double shuffled, double tuned) {}
