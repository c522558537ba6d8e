package io.github.inceptionlens.command.diagram;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * Where an edge of a diagram is, in points.
 *
 * @param path from its lower node to its port
 * @param port where it ends at the node above: a square for its kernel, or without width
 */
record EdgePath(DiagramEdge edge, Path2D path, Rectangle2D port) {}
