/**
 * Files of a whole collection: maps, overlays or saliency of every image, as the commands for one
 * image make them.
 *
 * <pre>{@code
 * context.service(CommandService.class)
 *     .run(BatchMapsCommand.class, true, "images", "/data/photographs", "folder", "/data/maps");
 * }</pre>
 */
package io.github.inceptionlens.command.batch;
