package io.github.inceptionlens.command.diagram;

import io.github.inceptionlens.command.diagram.ColumnOrder.Slot;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the nodes and edges of a diagram are, in points from the upper left corner. */
final class DiagramLayout {

  private static final double ROW_GAP = 13;
  private static final double COLUMN_GAP = 104;
  private static final double NARROW_GAP = 56;
  private static final double PASSING = 10;
  private static final double BEND = 0.45;

  private final DiagramGraph graph;
  private final List<List<Slot>> order;
  private final Map<String, NodeSize> sizes = new HashMap<>();
  private final Map<String, NodeBox> boxes = new LinkedHashMap<>();
  private final Map<Slot, Double> passing = new HashMap<>();
  private final List<Double> lefts = new ArrayList<>();
  private final List<Double> widths = new ArrayList<>();
  private double bottom;
  private double right;

  /**
   * @param x where the first column begins
   * @param y where the highest column begins
   */
  DiagramLayout(final DiagramGraph graph, final double x, final double y) {
    this.graph = graph;
    order = new ColumnOrder(graph).columns();
    for (final DiagramNode node : graph.nodes()) {
      final List<DiagramEdge> ending = ending(node.key());
      sizes.put(
          node.key(),
          new NodeSize(node, ending.size(), ending.stream().anyMatch(DiagramEdge::hasKernel)));
    }
    place(x, y);
  }

  private List<DiagramEdge> ending(final String key) {
    return graph.edges().stream().filter(edge -> edge.to().equals(key)).toList();
  }

  private void place(final double x, final double y) {
    final double tallest = order.stream().mapToDouble(this::height).max().orElse(0);
    bottom = y + tallest;
    double left = x;
    for (final List<Slot> column : order) {
      final double width = width(column);
      lefts.add(left);
      widths.add(width);
      double top = y + (tallest - height(column)) / 2;
      for (final Slot slot : column) {
        if (slot.isNode()) {
          boxes.put(slot.key(), sizes.get(slot.key()).at(left, width, top));
        } else {
          passing.put(slot, top + PASSING / 2);
        }
        top += height(slot) + ROW_GAP;
      }
      right = left + width;
      left = right + gap();
    }
  }

  /** Between columns: without kernels, nothing is written there. */
  private double gap() {
    return graph.edges().stream().anyMatch(DiagramEdge::hasKernel) ? COLUMN_GAP : NARROW_GAP;
  }

  private double height(final List<Slot> column) {
    return column.stream().mapToDouble(this::height).sum()
        + ROW_GAP * Math.max(0, column.size() - 1);
  }

  private double height(final Slot slot) {
    return slot.isNode() ? sizes.get(slot.key()).height() : PASSING;
  }

  private double width(final List<Slot> column) {
    return column.stream()
        .filter(Slot::isNode)
        .mapToDouble(slot -> sizes.get(slot.key()).width())
        .max()
        .orElse(0);
  }

  /** Where the tallest column ends. */
  double bottom() {
    return bottom;
  }

  /** Where the last column ends. */
  double right() {
    return right;
  }

  /** The middle of a column. */
  double middle(final int column) {
    return lefts.get(column) + widths.get(column) / 2;
  }

  /** How wide a column is. */
  double width(final int column) {
    return widths.get(column);
  }

  /** The middle of the gap before a column. */
  double gap(final int column) {
    return lefts.get(column) - gap() / 2;
  }

  /** The nodes. */
  List<NodeBox> boxes() {
    return List.copyOf(boxes.values());
  }

  /** The edges in their order. */
  List<EdgePath> edges() {
    final Map<DiagramEdge, EdgePath> paths = new HashMap<>();
    for (final NodeBox box : boxes.values()) {
      final List<DiagramEdge> ending = new ArrayList<>(ending(box.node().key()));
      ending.sort(Comparator.comparingDouble(this::arrival));
      for (int i = 0; i < ending.size(); i++) {
        paths.put(ending.get(i), path(ending.get(i), box.ports().get(i)));
      }
    }
    return graph.edges().stream().map(paths::get).toList();
  }

  private List<Slot> passed(final DiagramEdge edge) {
    final int index = graph.edges().indexOf(edge);
    return passing.keySet().stream()
        .filter(slot -> slot.edge() == index)
        .sorted(Comparator.comparingInt(Slot::column))
        .toList();
  }

  /** The height at which an edge comes from the column before. */
  private double arrival(final DiagramEdge edge) {
    final List<Slot> passed = passed(edge);
    return passed.isEmpty()
        ? boxes.get(edge.from()).exit()
        : passing.get(passed.get(passed.size() - 1));
  }

  private EdgePath path(final DiagramEdge edge, final Rectangle2D port) {
    final NodeBox from = boxes.get(edge.from());
    final Path2D path = new Path2D.Double();
    path.moveTo(from.right(), from.exit());
    path.lineTo(from.bounds().getMaxX(), from.exit());
    for (final Slot slot : passed(edge)) {
      final double left = lefts.get(slot.column());
      bend(path, left, passing.get(slot));
      path.lineTo(left + widths.get(slot.column()), passing.get(slot));
    }
    bend(path, lefts.get(boxes.get(edge.to()).node().column()), port.getCenterY());
    path.lineTo(port.getX(), port.getCenterY());
    return new EdgePath(edge, path, port);
  }

  private static void bend(final Path2D path, final double x, final double y) {
    final double before = path.getCurrentPoint().getX();
    final double part = BEND * (x - before);
    path.curveTo(before + part, path.getCurrentPoint().getY(), x - part, y, x, y);
  }
}
