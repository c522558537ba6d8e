package io.github.inceptionlens.circuit.diagram;

import io.github.inceptionlens.circuit.weight.WeightKernel;

/**
 * A connection in a circuit.
 *
 * @param depth how many steps below the circuit's unit the lower end is, from 1; -1 where the unit
 *     itself is the lower end
 */
public record CircuitEdge(WeightKernel kernel, int depth) {}
