/**
 * Activation atlases: what a layer sees in a collection, a picture for each cell of its map.
 *
 * <p>Knows no tensors.
 *
 * <pre>{@code
 * context.service(CommandService.class)
 *     .run(ActivationAtlasCommand.class, true, "embedding", "slides", "grid", "20");
 * }</pre>
 */
package io.github.inceptionlens.command.atlas.mosaic;
