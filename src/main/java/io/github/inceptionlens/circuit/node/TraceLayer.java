package io.github.inceptionlens.circuit.node;

/**
 * A layer whose units are nodes of circuits.
 *
 * @param name what its units are named by: the row itself, or a dictionary of it
 * @param row the layer of the network that carries the nodes' values on
 * @param count how many nodes it has: channels of the row, or entries of the dictionary
 */
public record TraceLayer(String name, String row, int count) {

  /** Whether the nodes are entries of a dictionary, beside which an error node stands. */
  public boolean isDictionary() {
    return !name.equals(row);
  }

  /** What names that part of the row which a dictionary does not explain. */
  public String error() {
    return name + " error";
  }
}
