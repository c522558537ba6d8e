/**
 * The command {@code Trace Answer...}: the circuit of an answer as a diagram, curves, tables and
 * places.
 *
 * <pre>{@code
 * context.service(CommandService.class)
 *     .run(TraceAnswerCommand.class, true, "image", image, "target", "mixed4c:12");
 * }</pre>
 */
package io.github.inceptionlens.command.trace;
