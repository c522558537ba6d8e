/**
 * Which angles and hues the units of a layer leave uncovered, as a command.
 *
 * <pre>{@code
 * CommandService commands = context.service(CommandService.class);
 * commands.run(FeatureCoverageCommand.class, true, "layer", "mixed3b", "dictionary", "mydict");
 * }</pre>
 */
package io.github.inceptionlens.command.coverage;
