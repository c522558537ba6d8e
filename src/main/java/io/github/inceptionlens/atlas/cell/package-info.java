/**
 * The cells of an activation atlas: which of the embedded vectors belong together, where on the map
 * they lie, and to which of them a new vector would belong.
 *
 * <p>Knows no ImageJ, no pictures of units and no commands.
 *
 * <pre>{@code
 * Embeddings all = Embeddings.standard();
 * SampleEmbedding embedded =
 *     SampleEmbedding.of(all.sample("slides"), all.read("slides")).orElseThrow();
 * AtlasCells atlas =
 *     AtlasCells.of(embedded, new CellRequest(CellKind.GRID, 20, 5, 0), Progress.NONE);
 * int members = atlas.cells().get(0).members().length;
 * int[] own = atlas.locate(embedded.sample().row(3), Progress.NONE);
 * }</pre>
 */
package io.github.inceptionlens.atlas.cell;
