/**
 * The command about units that are turned or mirrored copies of each other.
 *
 * <p>Knows nothing of how copies are told.
 *
 * <pre>{@code
 * context.service(CommandService.class)
 *     .run(UnitFamiliesCommand.class, true, "layer", "conv2d2", "images", "/data/photographs");
 * }</pre>
 */
package io.github.inceptionlens.command.family;
