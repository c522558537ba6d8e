/**
 * What a command's work costs, told before it is done: how a picture is shown, time and memory.
 *
 * <p>Times are those of this session's own passes; none is guessed before the first.
 *
 * <pre>{@code
 * Optional<Double> seconds =
 *     PassTimes.seconds(network.architecture(), List.of("mixed4c"), 8192, 8192);
 * }</pre>
 */
package io.github.inceptionlens.command.cost;
