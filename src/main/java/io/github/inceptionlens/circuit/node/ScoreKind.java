package io.github.inceptionlens.circuit.node;

import java.util.List;

/** How nodes are scored. */
public enum ScoreKind {
  /**
   * The derivative of the answer with respect to the node times the node's difference from its
   * reference, summed over all places. One pass serves all layers.
   */
  GRADIENT("gradient"),
  /**
   * The same with the mean derivative on the straight way of the node's layer from its reference to
   * its values: a layer's scores sum to what holding it at its reference takes from the answer.
   */
  INTEGRATED_GRADIENTS("integrated gradients"),
  /**
   * The node's mean distance from its reference over the places, as a part of the sum over its
   * layer: blind to the answer.
   */
  ACTIVATION("activation"),
  /**
   * When the node is taken away, as a part of all nodes, where step by step those go that add least
   * to the answer in the network as it is by then.
   */
  PRUNING("pruning"),
  /** Drawn at random. */
  RANDOM("random");

  /** Those that look at the network, in the order in which they are told. */
  public static final List<ScoreKind> TRACED =
      List.of(INTEGRATED_GRADIENTS, GRADIENT, ACTIVATION, PRUNING);

  private final String label;

  ScoreKind(final String label) {
    this.label = label;
  }

  /** What tables and keys say. */
  public String label() {
    return label;
  }
}
