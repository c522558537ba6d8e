package io.github.inceptionlens.circuit.trace;

/**
 * What circuits of one size tell.
 *
 * @param share the part of the nodes that was asked for, 0 to 1
 * @param nodes how many nodes the circuit has
 * @param kept the answer with all else at its reference
 * @param removed the answer with the circuit at its reference, and all else free
 * @param faithfulness (kept - none) / (full - none); 1 when the circuit suffices
 * @param completeness (removed - none) / (full - none); 0 when nothing is left without the circuit
 * @param deviation standard deviation of the faithfulness over draws; 0 for a single circuit
 */
public record FaithfulnessPoint(
    double share,
    int nodes,
    double kept,
    double removed,
    double faithfulness,
    double completeness,
    double deviation) {}
