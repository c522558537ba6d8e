/**
 * The Inspector: a tool of ImageJ's toolbar that shows in a panel what a layer gives under the
 * pointer. A model that knows no window, and thin views of it.
 *
 * <pre>{@code
 * CommandService commands = context.service(CommandService.class);
 * commands.run(InspectorCommand.class, true);
 * }</pre>
 */
package io.github.inceptionlens.command.inspector;
