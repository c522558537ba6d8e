/**
 * Commands that make synthetic stimuli and show how units are tuned to them.
 *
 * <pre>{@code
 * commands.run(MakeStimuliCommand.class, true, "kind", "curves").get();
 * commands.run(TuningCurveCommand.class, true, "units", "mixed3a:12").get();
 * }</pre>
 */
package io.github.inceptionlens.command.tuning;
