/**
 * Commands of blinded readings, and the window of a reading.
 *
 * <pre>{@code
 * CommandService commands = context.service(CommandService.class);
 * commands.run(BlindedReadingCommand.class, true, "repeats", 4, "seed", 1);
 * }</pre>
 */
package io.github.inceptionlens.command.reading;
