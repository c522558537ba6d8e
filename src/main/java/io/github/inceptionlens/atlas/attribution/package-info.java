/**
 * What the places of an atlas contribute to classes, and which of them make up the atlas of a
 * class; how the cells are drawn is told elsewhere.
 *
 * <pre>{@code
 * int[] rows = CellClasses.drawn(cell, 20, seed);
 * ClassAttribution attribution =
 *     ClassAttribution.of(network, embedded, rows, pictures, progress);
 * List<CellClasses.ClassMean> three = CellClasses.of(attribution, rows, 3);
 * }</pre>
 */
package io.github.inceptionlens.atlas.attribution;
