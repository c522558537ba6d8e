/**
 * Units of a layer that act together on those of an upper one, found in the weights alone.
 *
 * <pre>{@code
 * Architecture table = network.architecture();
 * KernelEnd from = KernelEnd.all(table, "mixed4b");
 * KernelEnd to = KernelEnd.of(table.unit("mixed4c:447"));
 * List<UnitKernels> weights =
 *     UnitWeights.expanded(network, from, to).all(Progress.NONE);
 * WeightGroups groups = WeightGroups.of(weights, 3, 0, Progress.NONE);
 * float[] direction = groups.direction(0);
 * }</pre>
 */
package io.github.inceptionlens.circuit.group;
