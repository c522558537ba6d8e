/**
 * Functions for ImageJ's macro language: {@code Ext.lensValue} and its like.
 *
 * <pre>{@code
 * CommandService commands = context.service(CommandService.class);
 * commands.run(MacroFunctionsCommand.class, true, "network", "textures");   // within a macro
 * }</pre>
 */
package io.github.inceptionlens.command.macro;
