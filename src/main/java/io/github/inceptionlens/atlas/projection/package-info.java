/**
 * An activation atlas back on images: the cell of every position of a picture, and how much of a
 * picture some cells take.
 *
 * <p>Knows no ImageJ, no files and no commands.
 *
 * <pre>{@code
 * Embeddings all = Embeddings.standard();
 * SampleEmbedding embedded =
 *     SampleEmbedding.of(all.sample("slides"), all.read("slides")).orElseThrow();
 * AtlasCells atlas =
 *     AtlasCells.of(embedded, new CellRequest(CellKind.GRID, 20, 5, 0), Progress.NONE);
 * View view = View.of(picture);
 * ProjectedCells found =
 *     CellProjection.of(network, embedded.sample().layer(), atlas).of(view, Progress.NONE);
 * float[] numbers = found.over(view.placement());
 * boolean[] some = CellSelection.of("3,7-9", atlas.cells().size()).mask(numbers);
 * }</pre>
 */
package io.github.inceptionlens.atlas.projection;
