package io.github.inceptionlens.command.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of a diagram's nodes within their columns, such that few edges cross: the barycenter
 * heuristic of layered drawings. Libraries of such layouts (JGraphX, tried) choose a node's column
 * themselves, by its edges, while here the column is the layer.
 *
 * <p>An edge that passes a column has a place of its own there, so that it crosses no node.
 *
 * @see <a href="https://doi.org/10.1109/TSMC.1981.4308636">Sugiyama, Tagawa and Toda 1981, Methods
 *     for Visual Understanding of Hierarchical System Structures</a>
 */
final class ColumnOrder {

  private static final int SWEEPS = 12;

  private final List<List<Slot>> columns = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();

  /**
   * A place in a column.
   *
   * @param column from 0
   * @param key a node's, or of an edge that passes its own
   * @param edge which one passes, from 0; -1 for a node
   */
  record Slot(int column, String key, int edge) {

    boolean isNode() {
      return edge < 0;
    }
  }

  /** A part of an edge, from a column to the next. */
  private record Link(Slot lower, Slot upper) {}

  ColumnOrder(final DiagramGraph graph) {
    final Map<String, Slot> nodes = new HashMap<>();
    graph.columns().forEach(column -> columns.add(new ArrayList<>()));
    for (final DiagramNode node : graph.nodes()) {
      nodes.put(node.key(), add(new Slot(node.column(), node.key(), -1)));
    }
    for (int i = 0; i < graph.edges().size(); i++) {
      final DiagramEdge edge = graph.edges().get(i);
      final Slot end = nodes.get(edge.to());
      Slot last = nodes.get(edge.from());
      while (last.column() + 1 < end.column()) {
        final Slot passing = add(new Slot(last.column() + 1, "edge " + i, i));
        links.add(new Link(last, passing));
        last = passing;
      }
      links.add(new Link(last, end));
    }
    sort();
  }

  private Slot add(final Slot slot) {
    columns.get(slot.column()).add(slot);
    return slot;
  }

  /** The places of each column, from above. */
  List<List<Slot>> columns() {
    return columns;
  }

  /** Sorts up and down in turn, and keeps the order of the fewest crossings, of these the first. */
  private void sort() {
    List<List<Slot>> best = copy();
    long fewest = crossings();
    for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
      for (int i = 1; i < columns.size(); i++) {
        final boolean isUp = sweep % 2 == 0;
        sort(isUp ? columns.size() - 1 - i : i, isUp);
      }
      final long crossings = crossings();
      if (crossings < fewest) {
        fewest = crossings;
        best = copy();
      }
    }
    columns.clear();
    columns.addAll(best);
  }

  private List<List<Slot>> copy() {
    final List<List<Slot>> copy = new ArrayList<>();
    columns.forEach(column -> copy.add(List.copyOf(column)));
    return copy;
  }

  /** Sorts one column by where the neighbors of its places are in the next one on a side. */
  private void sort(final int column, final boolean byUpper) {
    final Map<Slot, Double> places = places();
    final Map<Slot, Double> centers = new HashMap<>();
    for (final Slot slot : columns.get(column)) {
      centers.put(
          slot,
          links.stream()
              .filter(link -> slot.equals(byUpper ? link.lower() : link.upper()))
              .mapToDouble(link -> places.get(byUpper ? link.upper() : link.lower()))
              .average()
              .orElse(places.get(slot)));
    }
    final List<Slot> sorted = new ArrayList<>(columns.get(column));
    sorted.sort(Comparator.comparingDouble(centers::get));
    columns.set(column, sorted);
  }

  /** Where each place is in its column, from 0 above to 1 below. */
  private Map<Slot, Double> places() {
    final Map<Slot, Double> places = new HashMap<>();
    for (final List<Slot> column : columns) {
      for (int i = 0; i < column.size(); i++) {
        places.put(column.get(i), (i + 0.5) / column.size());
      }
    }
    return places;
  }

  /** How often edges cross. */
  long crossings() {
    final Map<Slot, Double> places = places();
    long crossings = 0;
    for (int i = 0; i < links.size(); i++) {
      for (int j = 0; j < i; j++) {
        crossings += cross(links.get(i), links.get(j), places) ? 1 : 0;
      }
    }
    return crossings;
  }

  private static boolean cross(final Link one, final Link other, final Map<Slot, Double> places) {
    return one.lower().column() == other.lower().column()
        && (places.get(one.lower()) - places.get(other.lower()))
                * (places.get(one.upper()) - places.get(other.upper()))
            < 0;
  }
}
