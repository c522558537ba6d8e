package io.github.inceptionlens.circuit.weight;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a table between two of them, walked from the upper one down: what is known of a row
 * goes on to those that it reads, and is summed where several read the same.
 */
final class WayBack {

  private final String from;
  private final String to;
  private final Set<String> reached = new HashSet<>();
  private final List<Node> rows = new ArrayList<>();

  /** What goes on. */
  interface Rule<T> {

    /**
     * What arrives at one of the rows that a row reads.
     *
     * @param input which one of the row's inputs
     * @param above what arrived at the row
     * @return nothing where nothing goes on
     */
    Optional<T> back(Node row, int input, T above);

    /** Both of what arrives at one row. */
    T sum(T one, T other);

    /** Lets go what arrived at a row, after it went on. */
    default void release(final T above) {}
  }

  /**
   * @param from the lower row
   * @param to the upper row
   */
  WayBack(final Architecture table, final String from, final String to) {
    this.from = from;
    this.to = to;
    reached.add(from);
    for (final Node row : table.nodes()) {
      if (row.inputs().stream().anyMatch(reached::contains) && !row.name().equals(from)) {
        reached.add(row.name());
        rows.add(row);
      }
    }
    Collections.reverse(rows);
  }

  /** Whether the upper row reads the lower one, by others or directly. */
  boolean isThere() {
    return !from.equals(to) && reached.contains(to);
  }

  /** The lower row, and the others that are read on the way from it to the upper one. */
  List<String> given() {
    final Set<String> given = new LinkedHashSet<>(List.of(from));
    path().stream()
        .flatMap(row -> row.inputs().stream())
        .filter(input -> !reached.contains(input))
        .forEach(given::add);
    return List.copyOf(given);
  }

  /** The rows on the way, from the upper one to the lower; that is not among them. */
  List<Node> path() {
    final Set<String> open = new HashSet<>(Set.of(to));
    final List<Node> path = new ArrayList<>();
    for (final Node row : rows) {
      if (open.contains(row.name())) {
        path.add(row);
        open.addAll(row.inputs());
      }
    }
    return path;
  }

  /**
   * Walks.
   *
   * @param start what is known of the upper row
   * @return what arrives at the lower row; nothing where nothing does
   */
  <T> Optional<T> run(final T start, final Rule<T> rule, final Progress progress) {
    final Map<String, T> open = new HashMap<>();
    open.put(to, start);
    for (int i = 0; i < rows.size(); i++) {
      final T above = open.remove(rows.get(i).name());
      if (above != null) {
        progress.at((double) i / rows.size(), "Weights ...");
        back(rows.get(i), above, rule, open);
      }
    }
    return Optional.ofNullable(open.get(from));
  }

  private <T> void back(
      final Node row, final T above, final Rule<T> rule, final Map<String, T> open) {
    for (int input = 0; input < row.inputs().size(); input++) {
      final String below = row.inputs().get(input);
      if (reached.contains(below)) {
        rule.back(row, input, above).ifPresent(value -> open.merge(below, value, rule::sum));
      }
    }
    rule.release(above);
  }
}
