/**
 * Commands that test visualizations against the user's own images.
 *
 * <pre>{@code
 * CommandService commands = context.service(CommandService.class);
 * commands.run(PathSimilarityCommand.class, true, "unit", "mixed4c:12", "images", "samples");
 * }</pre>
 */
package io.github.inceptionlens.command.evidence;
