package io.github.inceptionlens.network.architecture;

import io.github.inceptionlens.core.UserError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts rows between a layer and its readers. */
final class Splicing {

  private final List<Node> table;
  private final EditedRows edited;
  private final String layer;
  private final String before;

  /**
   * @param table in the order of computation
   * @param edited what earlier edits left
   * @param layer canonical name
   */
  Splicing(final List<Node> table, final EditedRows edited, final String layer) {
    if (layer.endsWith(Architecture.PRE_RELU)) {
      throw new UserError(
          "layer is \""
              + layer
              + "\", but values before a rectifier stay as they are: edit "
              + layer.replace(Architecture.PRE_RELU, ""));
    }
    this.table = table;
    this.edited = edited;
    this.layer = layer;
    final Set<String> names = table.stream().map(Node::name).collect(Collectors.toSet());
    before =
        Stream.concat(
                Stream.of(layer + Architecture.UNEDITED),
                Stream.iterate(1, i -> i + 1).map(i -> layer + Architecture.INNER + i))
            .filter(name -> !names.contains(name))
            .findFirst()
            .orElseThrow();
  }

  /** The name under which the layer's row goes on. */
  String before() {
    return before;
  }

  /**
   * The table with rows after the layer's.
   *
   * @param rows one of them named as the layer
   */
  List<Node> table(final List<Node> rows) {
    final List<Node> all = new ArrayList<>();
    for (final Node node : table) {
      if (node.name().equals(layer)) {
        all.add(new Node(before, "", node.op(), node.inputs(), node.channels()));
        all.addAll(aliased(rows, node.alias()));
      } else {
        all.add(isEarlierGraft(node) ? rewired(node) : node);
      }
    }
    return ordered(all);
  }

  private List<Node> aliased(final List<Node> rows, final String alias) {
    return rows.stream()
        .map(
            row ->
                row.name().equals(layer)
                    ? new Node(layer, alias, row.op(), row.inputs(), row.channels())
                    : row)
        .toList();
  }

  /** Whether it is a graft of the layer, not a further row of the graft that the layer is of. */
  private boolean isEarlierGraft(final Node node) {
    return edited.isGrafted(node.name()) && !edited.isGrafted(layer);
  }

  private Node rewired(final Node node) {
    final List<String> inputs =
        node.inputs().stream().map(input -> input.equals(layer) ? before : input).toList();
    return new Node(node.name(), node.alias(), node.op(), inputs, node.channels());
  }

  /** The rows such that each stands after those that it reads. */
  private static List<Node> ordered(final List<Node> rows) {
    final List<Node> left = new ArrayList<>(rows);
    final List<Node> ordered = new ArrayList<>();
    final Set<String> done = new HashSet<>(Set.of(Architecture.INPUT));
    while (!left.isEmpty()) {
      final int size = left.size();
      for (final Iterator<Node> i = left.iterator(); i.hasNext(); ) {
        final Node node = i.next();
        if (done.containsAll(node.inputs())) {
          ordered.add(node);
          done.add(node.name());
          i.remove();
        }
      }
      if (left.size() == size) {
        throw new IllegalArgumentException(left + " read each other");
      }
    }
    return ordered;
  }

  /** What edits have left afterwards. */
  EditedRows edited(final List<Node> rows) {
    return edited.spliced(layer, before, rows);
  }
}
