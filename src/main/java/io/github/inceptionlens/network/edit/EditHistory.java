package io.github.inceptionlens.network.edit;

import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.NodeParameters;
import io.github.inceptionlens.network.architecture.Walk;
import io.github.inceptionlens.network.architecture.Weights;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was done to a trained network, in order, and which of it bears on some of the rows.
 *
 * @param name the trained network's
 * @param lineage the digest of the trained network's weights, and after each edit that of the
 *     digest before, the edit's description and its tensors
 * @param changes one per edit
 */
public record EditHistory(String name, List<String> lineage, List<Change> changes) {

  /**
   * What an edit did.
   *
   * @param description as {@link NetworkEdit#description}
   * @param digest SHA-256 of the description and of the tensors that came with the edit
   * @param rows the names of the rows that the edit added or changed
   * @param tensors the names of the tensors that the edit added or replaced
   */
  public record Change(String description, String digest, Set<String> rows, Set<String> tensors) {

    /** Copies the sets. */
    public Change {
      rows = Set.copyOf(rows);
      tensors = Set.copyOf(tensors);
    }
  }

  /** Copies the lists. */
  public EditHistory {
    lineage = List.copyOf(lineage);
    changes = List.copyOf(changes);
  }

  /** That of a trained network. */
  public static EditHistory of(final String name, final String digest) {
    return new EditHistory(name, List.of(digest), List.of());
  }

  /** That of the network with all edits. */
  public String digest() {
    return lineage.get(lineage.size() - 1);
  }

  private String trained() {
    return lineage.get(0);
  }

  /**
   * This one and a further edit.
   *
   * @param before the table before the edit
   * @param after the table after it
   * @param tensors those that came with it, by canonical name
   */
  public EditHistory and(
      final NetworkEdit edit,
      final Architecture before,
      final Architecture after,
      final Map<String, float[]> tensors) {
    final Set<Node> old = Set.copyOf(before.nodes());
    final Set<String> rows =
        after.nodes().stream()
            .filter(node -> !old.contains(node))
            .map(Node::name)
            .collect(Collectors.toSet());
    final Change change =
        new Change(
            edit.description(),
            Weights.digest(edit.description(), tensors),
            rows,
            tensors.keySet());
    final String longer = Weights.digest(digest() + "\n" + edit.description(), tensors);
    return new EditHistory(name, and(lineage, longer), and(changes, change));
  }

  private static <T> List<T> and(final List<T> some, final T more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }

  /**
   * What a result says of the edits; nothing where there are none.
   *
   * @param now what the network is called with them
   */
  public Provenance provenance(final String now) {
    final Provenance parent =
        now.equals(name) ? Provenance.EMPTY : Provenance.EMPTY.with("parent", name);
    return changes.isEmpty()
        ? parent
        : parent.with(
            "edits", changes.stream().map(Change::description).collect(Collectors.joining("; ")));
  }

  /**
   * The digest of what is computed on the way to some rows: the trained network's where no edit
   * bears on them, else SHA-256 of it and of the edits that do, in order.
   *
   * @param table the network's, after all edits
   * @param names canonical ones
   * @return 64 hexadecimal digits
   */
  public String digest(final Architecture table, final Collection<String> names) {
    final List<Node> path = new Walk(table, List.of(Architecture.INPUT), names).path();
    final Set<String> rows = path.stream().map(Node::name).collect(Collectors.toSet());
    final Set<String> tensors =
        table.parameters(path).stream().flatMap(EditHistory::tensors).collect(Collectors.toSet());
    final List<String> digests =
        changes.stream()
            .filter(
                change ->
                    change.rows().stream().anyMatch(rows::contains)
                        || change.tensors().stream().anyMatch(tensors::contains))
            .map(Change::digest)
            .toList();
    return digests.isEmpty()
        ? trained()
        : Weights.digest(trained() + "\n" + String.join("\n", digests), Map.of());
  }

  private static Stream<String> tensors(final NodeParameters parameters) {
    return Stream.of(parameters.weights().name(), parameters.bias().name());
  }
}
