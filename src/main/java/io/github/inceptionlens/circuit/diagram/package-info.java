/**
 * Which units make up a circuit: those of which a unit is made, step by step below it, and those
 * that it feeds. How it is drawn is not known here.
 *
 * <pre>{@code
 * CircuitSearch search =
 *     new CircuitSearch(
 *         network.architecture(), KernelFinder.expanded(network, StepLayers.all(network)), 5);
 * UnitCircuit circuit =
 *     search.find(network.architecture().unit("mixed4c:447"), 2, Progress.NONE);
 * List<List<Unit>> columns = circuit.columns();
 * }</pre>
 */
package io.github.inceptionlens.circuit.diagram;
