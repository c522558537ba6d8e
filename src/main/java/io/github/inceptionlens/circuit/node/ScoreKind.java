package io.github.inceptionlens.circuit.node;

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
  /** Drawn at random. */
  RANDOM("random");

  private final String label;

  ScoreKind(final String label) {
    this.label = label;
  }

  /** What tables and keys say. */
  public String label() {
    return label;
  }
}
