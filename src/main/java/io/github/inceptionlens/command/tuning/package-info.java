/**
 * Commands that make synthetic stimuli and show how units are tuned to them.
 *
 * <pre>{@code
 * CommandService commands = context.service(CommandService.class);
 * commands.run(MakeStimuliCommand.class, true, "kind", "curves");
 * commands.run(TuningCurveCommand.class, true, "units", "mixed3a:12");
 * }</pre>
 */
package io.github.inceptionlens.command.tuning;
