/**
 * Commands about the networks themselves.
 *
 * <pre>{@code
 * CommandService commands = context.service(CommandService.class);
 * commands.run(NetworksCommand.class, true, "action", "list");
 * }</pre>
 */
package io.github.inceptionlens.command.network;
