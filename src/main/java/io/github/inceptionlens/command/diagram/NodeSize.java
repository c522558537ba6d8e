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
  private static final double LEAST_LARGE = 21;
  private static final double LARGEST_KERNEL = 30;
  private static final double GAP = 2;
  private static final double PORT = 5;
  private static final double LONGEST = 220;
  private static final double PLAIN = 20;
  private static final double MARGIN = 6;

  private final DiagramNode node;
  private final int edges;
  private final boolean kernels;
  private final double icon;
  private final double high;
  private final double tile;

  /**
   * @param edges how many end at the node
   * @param kernels whether they have kernels
   */
  NodeSize(final DiagramNode node, final int edges, final boolean kernels) {
    this.node = node;
    this.edges = edges;
    this.kernels = kernels;
    final double side = node.emphasized() ? LARGE : ICON;
    icon = node.isPlain() ? Math.max(side, name() + 2 * MARGIN) : side;
    high = node.isPlain() ? PLAIN : side;
    tile = kernels ? kernel() : Math.max(1, Math.min(PORT, high / Math.max(1, edges)) - GAP);
  }

  private double kernel() {
    final double least = node.emphasized() ? LEAST_LARGE : LEAST_KERNEL;
    return Math.min(LARGEST_KERNEL, Math.max(least, high / Math.max(1, edges) - GAP));
  }

  private double name() {
    return Math.min(LONGEST, PageText.of(node.caption().get(0), 0, 0, Ink.FIGURE).length());
  }

  /** How many lines stand below the pictures. */
  private int lines() {
    return node.isPlain() ? node.caption().size() - 1 : node.caption().size();
  }

  /** The height of pictures and kernels, whichever is more. */
  private double pictures() {
    return Math.max(high, edges * (tile + GAP) - GAP);
  }

  double height() {
    return Math.max(pictures(), caption() + lines() * Ink.LINE + GAP);
  }

  /** Where the caption begins: below the icon, where that is wide enough, or below the kernels. */
  private double caption() {
    final double above = isNarrow() ? (pictures() + high) / 2 : pictures();
    return above + GAP;
  }

  /** Whether the name is no wider than the pictures, so that it stands beside the kernels. */
  private boolean isNarrow() {
    return name() <= content() - ports();
  }

  double width() {
    return Math.max(content(), name());
  }

  /** How wide the pictures are with the kernels beside them. */
  private double content() {
    return ports() + icon + cropColumns() * (crop() + GAP);
  }

  private double ports() {
    return kernels && edges > 0 ? tile + GAP : 0;
  }

  private double crop() {
    return (high - GAP) / 2;
  }

  private int cropColumns() {
    return (node.crops().size() + 1) / 2;
  }

  /**
   * Lays the node out in the middle of its column.
   *
   * @param left of the column
   * @param width of the column
   * @param top of the node
   */
  NodeBox at(final double left, final double width, final double top) {
    final double x = left + (width - content()) / 2 + ports();
    final double y = top + (pictures() - high) / 2;
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
        Ink.box(x, y, icon, high),
        crops,
        places,
        Ink.box(
            isNarrow() ? x : left,
            top + caption(),
            isNarrow() ? content() - ports() : width,
            lines() * Ink.LINE));
  }
}
