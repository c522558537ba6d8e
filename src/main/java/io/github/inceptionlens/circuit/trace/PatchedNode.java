package io.github.inceptionlens.circuit.trace;

import io.github.inceptionlens.core.Unit;

/**
 * A node's score beside what holding it alone at its reference does.
 *
 * @param unit the node
 * @param score as it was estimated
 * @param effect the answer less the answer with that node alone at its reference
 */
public record PatchedNode(Unit unit, double score, double effect) {}
