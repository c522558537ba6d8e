/**
 * How strongly units are connected: weights between units of any two layers, expanded over the rows
 * between as if the network were linear, or as they are stored; and what units do to units on real
 * pictures.
 *
 * <pre>{@code
 * Architecture table = network.architecture();
 * KernelEnd from = KernelEnd.all(table, "mixed4b");
 * KernelEnd to = KernelEnd.of(table.unit("mixed4c:447"));
 * List<UnitKernels> kernels =
 *     UnitWeights.expanded(network, from, to).all(Progress.NONE);
 * Unit strongest = kernels.get(0).strongest(12).get(0).from();
 * }</pre>
 */
package io.github.inceptionlens.circuit.weight;
