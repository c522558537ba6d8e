package io.github.inceptionlens.command.diagram;

import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Where a node of a diagram is, in points.
 *
 * @param bounds all of it: the kernels of its edges, its pictures and its caption
 * @param icon a square
 * @param crops the pictures beside the icon
 * @param ports where edges end at its left, from above: each a square for a kernel, or without
 *     width
 * @param caption the baseline of its first line
 */
record NodeBox(
    DiagramNode node,
    Rectangle2D bounds,
    Rectangle2D icon,
    List<Rectangle2D> crops,
    List<Rectangle2D> ports,
    double caption) {

  /** Where edges begin. */
  double exit() {
    return icon.getCenterY();
  }
}
