/**
 * The icons of activation atlases: for each cell's vector the picture that a layer answers along
 * it, and how they lie on the map.
 *
 * <p>Knows no images of ImageJ and no files.
 *
 * <pre>{@code
 * Embeddings all = Embeddings.standard();
 * SampleEmbedding embedded =
 *     SampleEmbedding.of(all.sample("slides"), all.read("slides")).orElseThrow();
 * AtlasCells cells =
 *     AtlasCells.of(embedded, new CellRequest(CellKind.GRID, 20, 5, 0), Progress.NONE);
 * Layer layer = embedded.sample().requireOf(network);
 * AtlasIcons icons = AtlasIcons.of(
 *     network, layer, cells.cells().stream().map(AtlasCell::mean).toList(), IconRequest.STANDARD, PictureCache.NONE,
 *     AtlasIcons.Viewer.NONE, Progress.NONE);
 * Picture mosaic = AtlasMosaic.of(cells.layout(), 80, false).picture(icons.pictures());
 * }</pre>
 */
package io.github.inceptionlens.atlas.mosaic;
