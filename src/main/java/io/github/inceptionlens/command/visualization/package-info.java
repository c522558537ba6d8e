/**
 * Commands that optimize pictures: channels, layers, dreams, inversions, caricatures.
 *
 * <pre>{@code
 * CommandService commands = context.service(CommandService.class);
 * commands.run(VisualizeChannelCommand.class, true, "objective", "mixed4c:12", "steps", 64);
 * }</pre>
 */
package io.github.inceptionlens.command.visualization;
