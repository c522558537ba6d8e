package io.github.inceptionlens.circuit.trace;

import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Geometry;

/**
 * Where on the picture a node adds to the answer.
 *
 * @param unit the node
 * @param geometry where the values lie on the picture
 * @param values row-major over the layer; they sum to the node's score
 */
public record NodeMap(Unit unit, Geometry geometry, float[] values) {}
