/**
 * What a layer gives at places of an image, as a table.
 *
 * <pre>{@code
 * CommandService commands = context.service(CommandService.class);
 * commands.run(InspectPointCommand.class, true, "image", image, "x", "120", "y", "80");
 * }</pre>
 */
package io.github.inceptionlens.command.inspect;
