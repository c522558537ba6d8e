package io.github.inceptionlens.core;

/**
 * How well scores tell items of one kind from all others, by their order alone.
 *
 * @param area under the receiver operating characteristic: the probability that an item of the kind
 *     has a larger score than another one, ties counting half (Hanley and McNeil 1982); 0.5 for
 *     equal scores; NaN where all items are of the kind, or none
 * @param averagePrecision the precision at every threshold, weighted by what the recall gains
 *     there, items of equal scores taken together; the prevalence for equal scores; NaN as the area
 * @param prevalence the part of the items that are of the kind, 0 to 1
 * @see <a href="https://doi.org/10.1148/radiology.143.1.7063747">Hanley and McNeil 1982</a>
 */
public record RankMeasures(double area, double averagePrecision, double prevalence) {}
