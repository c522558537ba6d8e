/**
 * Diagrams of units and the connections between them, drawn once for ImageJ and vector files.
 *
 * <p>Which units a diagram has is decided elsewhere.
 *
 * <pre>{@code
 * DiagramNode edge = DiagramNode.of(new Unit("conv2d0", 3), 0, "conv2d0:3", "an edge");
 * DiagramNode line = DiagramNode.of(new Unit("conv2d1", 7), 1, "conv2d1:7").emphasis();
 * DiagramGraph graph =
 *     new DiagramGraph(
 *         "What conv2d1:7 is made of",
 *         List.of("conv2d0", "conv2d1"),
 *         List.of(edge, line),
 *         List.of(DiagramEdge.signed(edge.key(), line.key(), -0.4)),
 *         List.of("Red excites, blue inhibits."));
 * java.awt.image.BufferedImage pixels = RasterCanvas.image(new DiagramDrawing(graph), 144);
 * }</pre>
 */
package io.github.inceptionlens.command.diagram;
