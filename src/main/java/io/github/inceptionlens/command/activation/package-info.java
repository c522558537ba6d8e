/**
 * Commands about classes and activations.
 *
 * <pre>{@code
 * CommandService commands = context.service(CommandService.class);
 * commands.run(StrongestChannelsCommand.class, true, "image", image, "layer", "mixed4c");
 * }</pre>
 */
package io.github.inceptionlens.command.activation;
