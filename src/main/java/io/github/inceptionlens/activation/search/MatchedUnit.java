package io.github.inceptionlens.activation.search;

import io.github.inceptionlens.activation.search.FoundUnit.Example;
import io.github.inceptionlens.core.Unit;

/**
 * A unit and the one of another layer that answers most as it does.
 *
 * @param unit the unit
 * @param match the other layer's
 * @param correlation of their values at the same places (Pearson), -1 to 1, on other pictures than
 *     those on which the match was chosen
 * @param shuffled the same of what is chosen and measured where the match is shown other pictures;
 *     NaN where there are too few
 * @param chosen the correlation on the pictures on which the match was chosen
 * @param example where both are strong
 */
public record MatchedUnit(
    Unit unit, Unit match, double correlation, double shuffled, double chosen, Example example) {}
