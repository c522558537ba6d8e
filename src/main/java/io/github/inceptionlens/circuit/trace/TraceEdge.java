package io.github.inceptionlens.circuit.trace;

import io.github.inceptionlens.core.Unit;

/**
 * What a node of one layer adds to the answer through a node of the next layer.
 *
 * @param from the lower node
 * @param to the upper node
 * @param strength signed, in units of the answer: the derivative of the upper node's values, each
 *     times the answer's derivative there, with respect to the lower node, times the lower node's
 *     difference from its reference, summed over all places
 */
public record TraceEdge(Unit from, Unit to, double strength) {}
