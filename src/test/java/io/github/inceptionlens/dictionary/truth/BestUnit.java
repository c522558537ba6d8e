package io.github.inceptionlens.dictionary.truth;

import io.github.inceptionlens.core.RankMeasures;

/**
 * The unit that tells a structure best on the scenes on which it is chosen.
 *
 * @param unit its index
 * @param not whether it tells by its absence
 * @param chosen the area under ROC on those scenes
 * @param told how well it tells the structure on the other scenes
 */
record BestUnit(int unit, boolean not, double chosen, RankMeasures told) {}
