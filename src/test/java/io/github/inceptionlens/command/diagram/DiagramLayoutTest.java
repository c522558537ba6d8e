package io.github.inceptionlens.command.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Where things are: whatever the graph, nothing covers anything, and lines meet their nodes. */
class DiagramLayoutTest {

  private static final double ROUNDING = 1e-6;

  private static DiagramDrawing drawing(
      final long seed, final List<Integer> columns, final double density, final boolean kernels) {
    return new DiagramDrawing(SampleGraphs.random(seed, columns, density, kernels));
  }

  @Property(tries = 200)
  void noNodeCoversAnotherAndAllLieOnThePage(
      @ForAll final long seed,
      @ForAll @Size(min = 1, max = 4) final List<@IntRange(min = 0, max = 8) Integer> columns,
      @ForAll @DoubleRange(min = 0, max = 1) final double density,
      @ForAll final boolean kernels) {
    final DiagramDrawing drawing = drawing(seed, columns, density, kernels);
    final Rectangle2D page = new Rectangle2D.Double(0, 0, drawing.width(), drawing.height());
    final List<NodeBox> boxes = drawing.boxes();
    assertThat(boxes).hasSize(columns.stream().mapToInt(Integer::intValue).sum());
    for (int i = 0; i < boxes.size(); i++) {
      assertThat(page.contains(boxes.get(i).bounds())).isTrue();
      for (int j = 0; j < i; j++) {
        assertThat(boxes.get(i).bounds().intersects(boxes.get(j).bounds())).isFalse();
      }
      requireParts(boxes.get(i));
    }
  }

  /** Icon, crops, kernels and caption lie in the node, and none on another. */
  private static void requireParts(final NodeBox box) {
    final List<Rectangle2D> parts = new ArrayList<>(box.crops());
    parts.add(box.icon());
    parts.add(box.caption());
    parts.addAll(box.ports());
    for (int i = 0; i < parts.size(); i++) {
      final Rectangle2D part = parts.get(i);
      assertThat(part.getMinX()).isGreaterThan(box.bounds().getMinX() - ROUNDING);
      assertThat(part.getMaxX()).isLessThan(box.bounds().getMaxX() + ROUNDING);
      assertThat(part.getMinY()).isGreaterThan(box.bounds().getMinY() - ROUNDING);
      assertThat(part.getMaxY()).isLessThan(box.bounds().getMaxY() + ROUNDING);
      for (int j = 0; j < i; j++) {
        assertThat(part.intersects(parts.get(j))).isFalse();
      }
    }
    assertThat(box.icon().getWidth()).isGreaterThanOrEqualTo(40);
  }

  @Property(tries = 200)
  void linesBeginAndEndAtTheirNodesAndCrossNoOther(
      @ForAll final long seed,
      @ForAll @Size(min = 2, max = 4) final List<@IntRange(min = 1, max = 8) Integer> columns,
      @ForAll @DoubleRange(min = 0, max = 1) final double density,
      @ForAll final boolean kernels) {
    final DiagramDrawing drawing = drawing(seed, columns, density, kernels);
    final Map<String, NodeBox> boxes = new HashMap<>();
    drawing.boxes().forEach(box -> boxes.put(box.node().key(), box));
    for (final EdgePath edge : drawing.edges()) {
      final NodeBox from = boxes.get(edge.edge().from());
      final NodeBox to = boxes.get(edge.edge().to());
      final List<Point2D> points = points(edge);
      final Point2D end = points.get(points.size() - 1);
      assertThat(grown(from.bounds()).contains(points.get(0))).isTrue();
      assertThat(to.ports()).contains(edge.port());
      assertThat(end.distance(edge.port().getX(), edge.port().getCenterY())).isLessThan(ROUNDING);
      boxes.values().stream()
          .filter(box -> box != from && box != to)
          .forEach(box -> assertThat(points).noneMatch(box.bounds()::contains));
    }
  }

  private static Rectangle2D grown(final Rectangle2D box) {
    return new Rectangle2D.Double(
        box.getX() - 1, box.getY() - 1, box.getWidth() + 2, box.getHeight() + 2);
  }

  /** Points along a line. */
  private static List<Point2D> points(final EdgePath edge) {
    final List<Point2D> points = new ArrayList<>();
    final double[] at = new double[6];
    for (final PathIterator i = edge.path().getPathIterator(null, 0.1); !i.isDone(); i.next()) {
      i.currentSegment(at);
      points.add(new Point2D.Double(at[0], at[1]));
    }
    return points;
  }

  @Test
  void everyLineHasAPlaceOfItsOwnAtANode() {
    final DiagramDrawing drawing = drawing(1, List.of(5, 5, 5), 1, true);
    assertThat(drawing.edges().stream().map(EdgePath::port)).doesNotHaveDuplicates();
  }

  @Test
  void nodesAreOrderedSoThatLinesDoNotCrossWhereTheyNeedNot() {
    final List<DiagramNode> nodes = new ArrayList<>();
    final List<DiagramEdge> edges = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      nodes.add(DiagramNode.other("low" + i, 0, "low" + i));
      nodes.add(DiagramNode.other("high" + i, 1, "high" + i));
      edges.add(DiagramEdge.signed("low" + i, "high" + (4 - i), 1));
    }
    final ColumnOrder order =
        new ColumnOrder(new DiagramGraph("crossed", List.of("a", "b"), nodes, edges, List.of()));
    assertThat(order.crossings()).isZero();
  }

  @Test
  void aNodeTwiceAndAnEdgeBackAreRefused() {
    final DiagramNode low = DiagramNode.other("low", 0, "low");
    final DiagramNode high = DiagramNode.other("high", 1, "high");
    final List<String> columns = List.of("a", "b");
    assertThatThrownBy(() -> new DiagramGraph("", columns, List.of(low, low), List.of(), List.of()))
        .hasMessageContaining("low");
    assertThatThrownBy(
            () ->
                new DiagramGraph(
                    "",
                    columns,
                    List.of(low, high),
                    List.of(DiagramEdge.signed("high", "low", 1)),
                    List.of()))
        .hasMessageContaining("from high to low");
    assertThatThrownBy(() -> DiagramEdge.signed("low", "high", Double.NaN))
        .hasMessageContaining("NaN");
  }
}
