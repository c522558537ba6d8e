/**
 * The commands that look for units: those that tell regions or labels from the rest, and those that
 * answer as units of another network do.
 *
 * <pre>{@code
 * context.service(CommandService.class)
 *     .run(FindUnitsCommand.class, true, "images", "/data/cells", "by", "labels");
 * }</pre>
 */
package io.github.inceptionlens.command.search;
