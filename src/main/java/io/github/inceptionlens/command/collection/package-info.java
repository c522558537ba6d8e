/**
 * Commands over collections of images: one scan each, which goes on where an earlier call was
 * ended.
 *
 * <pre>{@code
 * context.service(CommandService.class)
 *     .run(ClassifyImagesCommand.class, true, "images", "/data/photographs", "top", 5);
 * }</pre>
 */
package io.github.inceptionlens.command.collection;
