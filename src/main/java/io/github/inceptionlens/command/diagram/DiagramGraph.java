package io.github.inceptionlens.command.diagram;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a diagram shows.
 *
 * @param title of the page
 * @param columns what stands above the columns, such as layers, from the lowest on
 * @param nodes of all columns; within one in any order
 * @param edges each from a lower column to a higher one
 * @param notes what stands below the diagram, a paragraph each
 */
public record DiagramGraph(
    String title,
    List<String> columns,
    List<DiagramNode> nodes,
    List<DiagramEdge> edges,
    List<String> notes) {

  /**
   * Copies the lists, and refuses keys that are no node's or two nodes', and edges that go back.
   */
  public DiagramGraph {
    columns = List.copyOf(columns);
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    notes = List.copyOf(notes);
    final Map<String, Integer> places = new HashMap<>();
    for (final DiagramNode node : nodes) {
      if (places.put(node.key(), node.column()) != null || node.column() >= columns.size()) {
        throw new IllegalArgumentException("node " + node.key() + " is there twice, or beyond");
      }
    }
    for (final DiagramEdge edge : edges) {
      final Integer from = places.get(edge.from());
      final Integer to = places.get(edge.to());
      if (from == null || to == null || from >= to) {
        throw new IllegalArgumentException("edge from " + edge.from() + " to " + edge.to());
      }
    }
  }
}
