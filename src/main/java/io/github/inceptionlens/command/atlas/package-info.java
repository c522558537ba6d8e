/**
 * The commands of activation atlases: what a layer sees in many images, laid out.
 *
 * <p>Knows no tensors.
 *
 * <pre>{@code
 * context.service(CommandService.class)
 *     .run(EmbedActivationsCommand.class, true, "images", "/data/photographs", "layer", "mixed4d");
 * }</pre>
 */
package io.github.inceptionlens.command.atlas;
