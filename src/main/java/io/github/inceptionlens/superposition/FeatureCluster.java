package io.github.inceptionlens.superposition;

import java.util.List;

/**
 * Entries that fire together, and how alike their directions are.
 *
 * @param members entries, ascending
 * @param phi the mean correlation of their firing, over pairs
 * @param cosine the mean cosine of their directions, over pairs
 * @param chance the mean of that cosine over groups of as many entries drawn by chance from those
 *     compared
 * @param probability the part of such groups, this one counted, whose cosine is as large
 */
public record FeatureCluster(
    List<Integer> members, double phi, double cosine, double chance, double probability) {}
