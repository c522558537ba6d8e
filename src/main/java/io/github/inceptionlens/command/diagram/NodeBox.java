package io.github.inceptionlens.command.diagram;

import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Where a node of a diagram is, in points.
 *
 * @param bounds all of it: the kernels of its edges, its pictures and its caption
 * @param icon a square, or the box of a node without pictures
 * @param crops the pictures beside the icon
 * @param ports where edges end at its left, from above: each a square for a kernel, or without
 *     width
 * @param caption room for the lines below the pictures
 */
record NodeBox(
    DiagramNode node,
    Rectangle2D bounds,
    Rectangle2D icon,
    List<Rectangle2D> crops,
    List<Rectangle2D> ports,
    Rectangle2D caption) {

  /** The middle of the pictures, without the kernels. */
  double middle() {
    return (icon.getMinX() + right()) / 2;
  }

  /** Where the pictures end. */
  double right() {
    return crops.stream().mapToDouble(Rectangle2D::getMaxX).max().orElse(icon.getMaxX());
  }

  /** Where edges begin. */
  double exit() {
    return icon.getCenterY();
  }
}
