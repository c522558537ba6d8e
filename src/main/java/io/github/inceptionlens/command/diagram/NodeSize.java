package io.github.inceptionlens.command.diagram;

import io.github.inceptionlens.command.page.Ink;
import io.github.inceptionlens.command.page.PageText;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** How much room a node of a diagram needs, and how that is shared out. */
final class NodeSize {

  private static final double ICON = 54;
  private static final double LARGE = 76;
  private static final double LEAST_KERNEL = 15;
  private static final double LARGEST_KERNEL = 30;
  private static final double GAP = 2;
  private static final double PORT = 5;
  private static final double LONGEST = 150;

  private final DiagramNode node;
  private final int edges;
  private final boolean kernels;
  private final double icon;
  private final double tile;

  /**
   * @param edges how many end at the node
   * @param kernels whether they have kernels
   */
  NodeSize(final DiagramNode node, final int edges, final boolean kernels) {
    this.node = node;
    this.edges = edges;
    this.kernels = kernels;
    icon = node.emphasized() ? LARGE : ICON;
    tile =
        kernels
            ? Math.min(LARGEST_KERNEL, Math.max(LEAST_KERNEL, icon / Math.max(1, edges) - GAP))
            : Math.max(1, Math.min(PORT, icon / Math.max(1, edges)) - GAP);
  }

  /** The height of pictures and kernels, whichever is more. */
  private double pictures() {
    return Math.max(icon, edges * (tile + GAP) - GAP);
  }

  double height() {
    return pictures() + GAP + node.caption().size() * Ink.LINE + GAP;
  }

  double width() {
    final double name = PageText.of(node.caption().get(0), 0, 0, Ink.FIGURE).length();
    return Math.max(content(), Math.min(LONGEST, name));
  }

  /** How wide the pictures are with the kernels beside them. */
  private double content() {
    return ports() + icon + cropColumns() * (crop() + GAP);
  }

  private double ports() {
    return kernels && edges > 0 ? tile + GAP : 0;
  }

  private double crop() {
    return (icon - GAP) / 2;
  }

  private int cropColumns() {
    return (node.crops().size() + 1) / 2;
  }

  /**
   * Lays the node out.
   *
   * @param left of the column
   * @param width of the column
   * @param top of the node
   */
  NodeBox at(final double left, final double width, final double top) {
    final double x = left + (width - content()) / 2 + ports();
    final double y = top + (pictures() - icon) / 2;
    final List<Rectangle2D> crops = new ArrayList<>();
    for (int i = 0; i < node.crops().size(); i++) {
      crops.add(
          Ink.box(
              x + icon + GAP + i / 2 * (crop() + GAP), y + i % 2 * (crop() + GAP), crop(), crop()));
    }
    final List<Rectangle2D> places = new ArrayList<>();
    final double first = top + (pictures() - edges * (tile + GAP) + GAP) / 2;
    for (int i = 0; i < edges; i++) {
      places.add(Ink.box(x - ports(), first + i * (tile + GAP), kernels ? tile : 0, tile));
    }
    return new NodeBox(
        node,
        Ink.box(left, top, width, height()),
        Ink.box(x, y, icon, icon),
        crops,
        places,
        top + pictures() + GAP + Ink.FIGURE);
  }
}
