/**
 * Which cells of an atlas are fuller on one side of an experiment than on the other, and whether
 * that is more than chance.
 *
 * <p>Knows no ImageJ, no images and no commands.
 *
 * <pre>{@code
 * List<GroupPart> parts =
 *     GroupPart.of(
 *         List.of("anna", "bert", "carl", "dora"),
 *         new boolean[] {true, true, false, false},
 *         new int[] {0, 0, 1, 1});
 * CellComparison comparison =
 *     CellComparison.of(parts, 2, new ComparisonRequest(1000, 0.05, 0), Progress.NONE);
 * double corrected = comparison.cells().get(0).corrected();
 * }</pre>
 */
package io.github.inceptionlens.atlas.comparison;
