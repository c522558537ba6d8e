/**
 * What the places of an atlas contribute to classes, and which of them make up the atlas of a
 * class; how the cells are drawn is told elsewhere.
 *
 * <pre>{@code
 * Embeddings all = Embeddings.standard();
 * SampleEmbedding embedded =
 *     SampleEmbedding.of(all.sample("slides"), all.read("slides")).orElseThrow();
 * AtlasCells atlas =
 *     AtlasCells.of(embedded, new CellRequest(CellKind.GRID, 20, 5, 0), Progress.NONE);
 * int[] rows = CellClasses.drawn(atlas.cells().get(0), 20, 0);
 * ImageCollection<InputPicture> pictures =
 *     EmbeddedPictures.of(embedded, network.architecture().layer("mixed4c"));
 * ClassAttribution attribution =
 *     ClassAttribution.of(network, embedded, rows, pictures, Progress.NONE);
 * List<CellClasses.ClassMean> three = CellClasses.of(attribution, rows, 3);
 * }</pre>
 */
package io.github.inceptionlens.atlas.attribution;
