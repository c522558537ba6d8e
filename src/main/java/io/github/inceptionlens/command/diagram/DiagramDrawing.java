package io.github.inceptionlens.command.diagram;

import io.github.inceptionlens.command.page.Ink;
import io.github.inceptionlens.command.page.KernelSquares;
import io.github.inceptionlens.command.page.PageCanvas;
import io.github.inceptionlens.command.page.PageDrawing;
import io.github.inceptionlens.command.page.PageText;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A diagram on a page of its own size: a column for each layer, the lowest at the left; lines wide
 * by strength, red above zero and blue below; each line ends at its kernel, beside the node.
 */
public final class DiagramDrawing implements PageDrawing {

  private static final double MARGIN = 16;
  private static final double HEAD = 34;
  private static final double OVERHANG = 28;
  private static final double NARROWEST = 0.5;
  private static final double WIDEST = 4.2;
  private static final double FAINTEST = 0.3;
  private static final double LEAST_WIDTH = 320;
  private static final Color BOTH = new Color(0x8A7F8E);

  /** How high capitals are, as a part of the letters' size. */
  private static final double CAPITAL = 0.7;

  private static final Color EMPTY = new Color(0xF3F3F3);

  private final DiagramGraph graph;
  private final DiagramLayout layout;
  private final List<EdgePath> edges;
  private final Map<String, Integer> columns = new HashMap<>();
  private final Map<Integer, Double> strongest = new HashMap<>();
  private final Map<Integer, Float> largest = new HashMap<>();

  /** Lays a diagram out. */
  public DiagramDrawing(final DiagramGraph graph) {
    this.graph = graph;
    layout = new DiagramLayout(graph, MARGIN, MARGIN + HEAD);
    edges = layout.edges();
    graph.nodes().forEach(node -> columns.put(node.key(), node.column()));
    for (final DiagramEdge edge : graph.edges()) {
      strongest.merge(columns.get(edge.to()), edge.strength(), Math::max);
      largest.merge(
          columns.get(edge.to()), KernelSquares.largest(Stream.of(edge.kernel())), Math::max);
    }
  }

  @Override
  public double width() {
    return Math.max(LEAST_WIDTH, layout.right()) + MARGIN;
  }

  @Override
  public double height() {
    return layout.bottom() + Ink.LINE * (1 + notes().size()) + MARGIN;
  }

  private List<String> notes() {
    return graph.notes().stream()
        .flatMap(note -> Ink.lines(note, Ink.NOTE, width() - 2 * MARGIN).stream())
        .toList();
  }

  /** Where the nodes are, in points. */
  List<NodeBox> boxes() {
    return layout.boxes();
  }

  /** Where the edges are, in points. */
  List<EdgePath> edges() {
    return edges;
  }

  @Override
  public void draw(final PageCanvas canvas) {
    drawHead(canvas);
    edges.stream()
        .sorted(Comparator.comparingDouble(path -> part(path.edge())))
        .forEach(path -> drawLine(canvas, path));
    layout.boxes().forEach(box -> drawNode(canvas, box));
    edges.stream()
        .filter(path -> path.edge().hasKernel())
        .forEach(path -> drawKernel(canvas, path));
    drawNotes(canvas);
  }

  private void drawHead(final PageCanvas canvas) {
    canvas.text(
        PageText.of(
                Ink.shortened(graph.title(), Ink.TITLE, width() - 2 * MARGIN),
                MARGIN,
                MARGIN + Ink.TITLE,
                Ink.TITLE)
            .in(Ink.BLACK));
    final double y = MARGIN + HEAD - Ink.LINE - 2;
    for (int i = 0; i < graph.columns().size(); i++) {
      canvas.text(
          PageText.of(
                  Ink.shortened(graph.columns().get(i), Ink.TITLE, layout.width(i) + OVERHANG),
                  layout.middle(i),
                  y,
                  Ink.TITLE)
              .in(Ink.GRAY)
              .at(PageText.Anchor.MIDDLE));
      final float scale = largest.getOrDefault(i, 0f);
      if (scale > 0) {
        canvas.text(
            Ink.note(String.format(Locale.ROOT, "colors to \u00b1%.3g", scale), layout.gap(i), y)
                .at(PageText.Anchor.MIDDLE));
      }
    }
  }

  /** An edge's strength as a part of the strongest between the same columns. */
  private double part(final DiagramEdge edge) {
    final double most = strongest.get(columns.get(edge.to()));
    return most > 0 ? edge.strength() / most : 0;
  }

  private void drawLine(final PageCanvas canvas, final EdgePath path) {
    final double part = part(path.edge());
    final double balance = path.edge().balance();
    final Color full = Ink.mixed(BOTH, balance < 0 ? Ink.BELOW : Ink.ABOVE, Math.abs(balance));
    canvas.stroke(
        path.path(),
        NARROWEST + part * (WIDEST - NARROWEST),
        Ink.mixed(Color.WHITE, full, FAINTEST + part * (1 - FAINTEST)));
  }

  private void drawKernel(final PageCanvas canvas, final EdgePath path) {
    KernelSquares.draw(
        canvas, path.edge().kernel(), largest.get(columns.get(path.edge().to())), path.port());
  }

  private static void drawNode(final PageCanvas canvas, final NodeBox box) {
    final DiagramNode node = box.node();
    if (node.icon().isPresent()) {
      canvas.picture(node.icon().get(), box.icon());
    } else {
      canvas.fill(box.icon(), EMPTY);
      canvas.stroke(box.icon(), Ink.HAIR, Ink.PALE);
      if (!node.isPlain()) {
        canvas.text(
            Ink.note("no icon", box.icon().getCenterX(), box.icon().getCenterY())
                .at(PageText.Anchor.MIDDLE));
      }
    }
    for (int i = 0; i < node.crops().size(); i++) {
      Ink.framed(canvas, node.crops().get(i).pixels(), box.crops().get(i));
    }
    if (node.emphasized()) {
      canvas.stroke(box.icon(), 2 * Ink.THIN, Ink.BLACK);
    }
    if (node.isPlain()) {
      drawLine(canvas, box, 0, box.icon(), box.icon().getCenterY() + Ink.FIGURE * CAPITAL / 2);
    }
    final int first = node.isPlain() ? 1 : 0;
    for (int i = first; i < node.caption().size(); i++) {
      final double baseline = box.caption().getY() + Ink.FIGURE + (i - first) * Ink.LINE;
      drawLine(canvas, box, i, box.caption(), baseline);
    }
  }

  /** Writes a line of a caption, in the middle of the pictures as far as there is room. */
  private static void drawLine(
      final PageCanvas canvas,
      final NodeBox box,
      final int line,
      final Rectangle2D room,
      final double baseline) {
    final double size = line == 0 ? Ink.FIGURE : Ink.NOTE;
    final String words = Ink.shortened(box.node().caption().get(line), size, room.getWidth());
    final double length = PageText.of(words, 0, 0, size).length();
    final double left =
        Math.max(room.getMinX(), Math.min(room.getMaxX() - length, box.middle() - length / 2));
    canvas.text(PageText.of(words, left, baseline, size).in(line == 0 ? Ink.BLACK : Ink.GRAY));
  }

  private void drawNotes(final PageCanvas canvas) {
    double baseline = layout.bottom() + 2 * Ink.LINE;
    for (final String line : notes()) {
      canvas.text(Ink.note(line, MARGIN, baseline));
      baseline += Ink.LINE;
    }
  }
}
