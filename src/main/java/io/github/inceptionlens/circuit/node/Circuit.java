package io.github.inceptionlens.circuit.node;

import io.github.inceptionlens.core.Unit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Some of the nodes; error nodes belong to every circuit.
 *
 * @param nodes of which it is a part
 * @param kept the indices of its own
 */
public record Circuit(TraceNodes nodes, BitSet kept) {

  /** Copies the set. */
  public Circuit {
    kept = (BitSet) kept.clone();
  }

  /** All nodes. */
  public static Circuit all(final TraceNodes nodes) {
    final BitSet kept = new BitSet();
    kept.set(0, nodes.count());
    return new Circuit(nodes, kept);
  }

  /** No node. */
  public static Circuit none(final TraceNodes nodes) {
    return new Circuit(nodes, new BitSet());
  }

  /** All nodes but these. */
  public Circuit complement() {
    final BitSet others = (BitSet) kept.clone();
    others.flip(0, nodes.count());
    return new Circuit(nodes, others);
  }

  /** All of them but one. */
  public Circuit without(final int node) {
    final BitSet others = (BitSet) kept.clone();
    others.clear(node);
    return new Circuit(nodes, others);
  }

  /** How many nodes there are. */
  public int size() {
    return kept.cardinality();
  }

  /** How many there are of a layer, by its index. */
  public int size(final int layer) {
    return kept.get(nodes.first(layer), nodes.first(layer + 1)).cardinality();
  }

  /** The nodes as units, the lowest layer first. */
  public List<Unit> units() {
    return kept.stream().mapToObj(nodes::unit).toList();
  }

  /** Another circuit, drawn at random, with as many nodes of each layer. */
  public Circuit random(final Random random) {
    final BitSet drawn = new BitSet();
    for (int layer = 0; layer < nodes.layers().size(); layer++) {
      final List<Integer> all = new ArrayList<>();
      for (int i = nodes.first(layer); i < nodes.first(layer + 1); i++) {
        all.add(i);
      }
      Collections.shuffle(all, random);
      all.subList(0, size(layer)).forEach(drawn::set);
    }
    return new Circuit(nodes, drawn);
  }
}
