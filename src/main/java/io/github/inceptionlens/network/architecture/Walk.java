package io.github.inceptionlens.network.architecture;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The order in which the rows of the table are computed to get from some given values to some
 * wanted ones: nothing above the wanted, nothing below the given, and every value let go after its
 * last use.
 */
public final class Walk {

  /** Computes one row from its inputs. */
  @FunctionalInterface
  public interface Step<T> {
    T compute(Node node, List<T> inputs);
  }

  private final Set<String> given;
  private final Set<String> wanted;
  private final List<Node> path;

  /**
   * @param given nodes whose values are at hand
   * @param wanted nodes whose values are asked for
   * @throws IllegalArgumentException when a wanted node depends on the image and the image is not
   *     given
   */
  public Walk(
      final Architecture architecture,
      final Collection<String> given,
      final Collection<String> wanted) {
    this.given = Set.copyOf(given);
    this.wanted = new LinkedHashSet<>(wanted);
    final Set<String> needed = needed(architecture);
    this.path = architecture.nodes().stream().filter(node -> needed.contains(node.name())).toList();
  }

  private Set<String> needed(final Architecture architecture) {
    final Set<String> needed = new LinkedHashSet<>();
    final Deque<String> open = new ArrayDeque<>(wanted);
    while (!open.isEmpty()) {
      final String name = open.pop();
      if (given.contains(name) || !needed.add(name)) {
        continue;
      }
      if (name.equals(Architecture.INPUT)) {
        throw new IllegalArgumentException(
            wanted + " needs more of the network than " + given + " gives");
      }
      open.addAll(architecture.node(name).inputs());
    }
    return needed;
  }

  /** The rows that are computed, in order. */
  public List<Node> path() {
    return path;
  }

  /**
   * Computes the wanted values.
   *
   * @param start the given values; they are not let go
   * @param step computes a row
   * @param release called with each computed value that is no longer needed
   * @return the wanted values by name, in the order asked
   */
  public <T> Map<String, T> run(
      final Map<String, T> start, final Step<T> step, final Consumer<T> release) {
    final Map<String, T> values = new HashMap<>(start);
    final Map<String, Integer> uses = uses();
    for (final Node node : path) {
      values.put(node.name(), step.compute(node, node.inputs().stream().map(values::get).toList()));
      for (final String input : node.inputs()) {
        final boolean last = uses.merge(input, -1, Integer::sum) == 0;
        if (last && !given.contains(input) && !wanted.contains(input)) {
          release.accept(values.remove(input));
        }
      }
    }
    final Map<String, T> results = new LinkedHashMap<>();
    wanted.forEach(name -> results.put(name, values.get(name)));
    return results;
  }

  private Map<String, Integer> uses() {
    final Map<String, Integer> uses = new HashMap<>();
    path.forEach(node -> node.inputs().forEach(input -> uses.merge(input, 1, Integer::sum)));
    return uses;
  }
}
