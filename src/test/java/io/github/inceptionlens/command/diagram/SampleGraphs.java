package io.github.inceptionlens.command.diagram;

import io.github.inceptionlens.core.Unit;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Diagrams of made-up units. */
final class SampleGraphs {

  private static final int KERNEL = 25;
  private static final int SIDE = 96;

  private SampleGraphs() {}

  /**
   * A diagram with edges at random.
   *
   * @param columns how many nodes each has
   * @param density how many of all edges there are, skipping ones being rarer
   */
  static DiagramGraph random(
      final long seed, final List<Integer> columns, final double density, final boolean kernels) {
    final Random random = new Random(seed);
    final List<DiagramNode> nodes = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      for (int i = 0; i < columns.get(column); i++) {
        nodes.add(node(random, column, i));
      }
    }
    final List<DiagramEdge> edges = new ArrayList<>();
    for (final DiagramNode from : nodes) {
      for (final DiagramNode to : nodes) {
        final int up = to.column() - from.column();
        if (up > 0 && random.nextDouble() < density / (up * up)) {
          edges.add(edge(random, from, to, kernels));
        }
      }
    }
    return new DiagramGraph(
        "Made up " + seed,
        IntStream.range(0, columns.size()).mapToObj(i -> "layer " + i).toList(),
        nodes,
        edges,
        List.of("Red excites, blue inhibits, gray does both; the width is the strength."));
  }

  private static DiagramNode node(final Random random, final int column, final int channel) {
    if (random.nextInt(12) == 0) {
      return DiagramNode.other("error " + column + "." + channel, column, "error", "12 %");
    }
    final Unit unit = new Unit("mixed" + (column + 3) + "a", channel);
    final DiagramNode plain =
        DiagramNode.of(unit, column, unit.toString(), "a <label> & more of it");
    final DiagramNode node =
        plain.with(
            random.nextInt(6) == 0 ? Optional.empty() : Optional.of(picture(random)),
            IntStream.range(0, random.nextInt(5))
                .mapToObj(i -> new DiagramCrop(picture(random), Optional.empty()))
                .toList());
    return random.nextInt(5) == 0 ? node.emphasis() : node;
  }

  private static BufferedImage picture(final Random random) {
    final BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    final Graphics2D graphics = picture.createGraphics();
    for (int i = 0; i < 6; i++) {
      graphics.setColor(Color.getHSBColor(random.nextFloat(), 0.6f, 0.8f));
      graphics.fillOval(random.nextInt(SIDE) - 20, random.nextInt(SIDE) - 20, 60, 60);
    }
    graphics.dispose();
    return picture;
  }

  private static DiagramEdge edge(
      final Random random, final DiagramNode from, final DiagramNode to, final boolean kernels) {
    if (!kernels) {
      return DiagramEdge.signed(from.key(), to.key(), random.nextGaussian());
    }
    final float[] kernel = new float[KERNEL];
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = (float) random.nextGaussian();
    }
    return new DiagramEdge(
        from.key(), to.key(), Math.abs(random.nextGaussian()), random.nextDouble(-1, 1), kernel);
  }

  /** Writes pictures, to be looked at. */
  public static void main(final String[] args) throws java.io.IOException {
    final List<List<Integer>> shapes =
        List.of(List.of(5, 5, 1, 5), List.of(8, 8, 8, 8), List.of(1), List.of(3, 5, 5));
    for (int i = 0; i < shapes.size(); i++) {
      for (final boolean kernels : List.of(true, false)) {
        javax.imageio.ImageIO.write(
            io.github.inceptionlens.command.page.RasterCanvas.image(
                new DiagramDrawing(random(i, shapes.get(i), 0.7, kernels)), 144),
            "png",
            new java.io.File(args[0], String.format(Locale.ROOT, "graph%d%s.png", i, kernels)));
      }
    }
  }
}
