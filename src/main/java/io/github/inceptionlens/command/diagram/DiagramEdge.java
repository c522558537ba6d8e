package io.github.inceptionlens.command.diagram;

/**
 * A connection between two nodes of a diagram.
 *
 * @param from the key of the lower node
 * @param to the key of the node above, of a higher column
 * @param strength 0 or more; the line's width, in relation to the strongest between the same
 *     columns
 * @param balance the line's color: from -1, blue, all below zero, over 0, gray, both, to 1, red
 * @param kernel the weights that are drawn where the line ends, of a square, row-major; empty for
 *     none
 */
public record DiagramEdge(
    String from, String to, double strength, double balance, float... kernel) {

  /** Refuses what is no strength or no balance. */
  public DiagramEdge {
    if (!(strength >= 0 && Double.isFinite(strength)) || !(Math.abs(balance) <= 1)) {
      throw new IllegalArgumentException(
          "edge from " + from + " to " + to + ": strength " + strength + ", balance " + balance);
    }
  }

  /** A connection of a signed strength, without a kernel. */
  public static DiagramEdge signed(final String from, final String to, final double strength) {
    return new DiagramEdge(from, to, Math.abs(strength), Math.signum(strength));
  }

  /** Whether weights are drawn. */
  boolean hasKernel() {
    return kernel.length > 0;
  }
}
