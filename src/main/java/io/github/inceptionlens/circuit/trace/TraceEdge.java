package io.github.inceptionlens.circuit.trace;

/**
 * What a node of one layer adds to the answer through a node of the next layer. What a dictionary
 * does not explain of its layer is a node, too.
 *
 * @param from the lower node, as {@code mixed4a:12}, {@code mydict:7} or {@code mydict error}
 * @param to the upper node
 * @param strength signed, in units of the answer: the derivative of the upper node's values, each
 *     times the answer's derivative there, with respect to the lower node, times the lower node's
 *     difference from its reference (of an error its values), summed over all places
 */
public record TraceEdge(String from, String to, double strength) {}
