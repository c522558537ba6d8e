package io.github.inceptionlens.website;

import java.util.List;

/**
 * The strongest connections of a unit in one direction.
 *
 * @param layers what it is connected with, in words; empty where nothing is
 * @param strongest the largest norm first
 */
public record UnitLinks(String layers, List<UnitLink> strongest) {

  /** No connections. */
  public static final UnitLinks NONE = new UnitLinks("", List.of());

  /** Copies the list. */
  public UnitLinks {
    strongest = List.copyOf(strongest);
  }

  /**
   * A connection.
   *
   * @param layer of the other unit
   * @param channel of the other unit
   * @param name of the other unit, in words
   * @param norm the root of the sum of the squares of its weights
   * @param sum of its weights
   */
  public record UnitLink(String layer, int channel, String name, double norm, double sum) {}

  /** The largest norm. */
  double largest() {
    return strongest.isEmpty() ? 1 : strongest.get(0).norm();
  }
}
