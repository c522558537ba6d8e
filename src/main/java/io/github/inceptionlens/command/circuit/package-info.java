/**
 * The commands about how units are made of units.
 *
 * <p>Knows nothing of how weights are computed.
 *
 * <pre>{@code
 * context.service(CommandService.class)
 *     .run(UnitWeightsCommand.class, true, "from", "mixed4b", "to", "mixed4c:447");
 * }</pre>
 */
package io.github.inceptionlens.command.circuit;
