package io.github.inceptionlens.command.report.sheet;

import java.util.List;

/**
 * What lies nearest to an entry of a dictionary.
 *
 * @param channels of its layer, the nearest first
 * @param entries of its dictionary, the nearest first
 */
public record Neighbors(List<Neighbor> channels, List<Neighbor> entries) {

  /**
   * One of them.
   *
   * @param unit as it is written
   * @param label its text, empty for none
   * @param cosine between the two, −1 to 1
   */
  public record Neighbor(String unit, String label, double cosine) {}

  /** Copies the lists. */
  public Neighbors {
    channels = List.copyOf(channels);
    entries = List.copyOf(entries);
  }
}
