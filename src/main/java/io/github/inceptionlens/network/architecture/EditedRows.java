package io.github.inceptionlens.network.architecture;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What edits of a table have left: which rows stand beside the trunk, which are earlier versions of
 * a layer, and what units of new rows are called.
 *
 * @param grafted names of rows beside the trunk
 * @param earlier names of earlier versions, and the layer that each was
 * @param labels texts of units
 */
record EditedRows(Set<String> grafted, Map<String, String> earlier, EntryLabels labels) {

  static final EditedRows NONE = new EditedRows(Set.of(), Map.of(), new EntryLabels());

  EditedRows {
    grafted = Set.copyOf(grafted);
    earlier = Map.copyOf(earlier);
  }

  boolean isGrafted(final String row) {
    return grafted.contains(row);
  }

  boolean isEarlier(final String row) {
    return earlier.containsKey(row);
  }

  /** The name of the layer whose version a row is; else its own. */
  String latest(final String row) {
    return earlier.getOrDefault(row, row);
  }

  /** With more rows beside the trunk. */
  EditedRows grafted(final List<Node> rows, final Map<String, List<String>> texts) {
    final Set<String> names = new HashSet<>(grafted);
    rows.forEach(row -> names.add(row.name()));
    final EntryLabels all = new EntryLabels();
    all.add(labels.rows());
    all.add(texts);
    return new EditedRows(names, earlier, all);
  }

  /**
   * With a layer that has one more version.
   *
   * @param before the name of the version that its readers no longer read
   * @param rows between this and its readers, one of them named as the layer
   */
  EditedRows spliced(final String layer, final String before, final List<Node> rows) {
    final Set<String> names = new HashSet<>(grafted);
    if (grafted.contains(layer)) {
      names.add(before);
    }
    rows.stream().map(Node::name).filter(name -> !name.equals(layer)).forEach(names::add);
    final Map<String, String> versions = new HashMap<>(earlier);
    versions.put(before, layer);
    return new EditedRows(names, versions, labels);
  }
}
