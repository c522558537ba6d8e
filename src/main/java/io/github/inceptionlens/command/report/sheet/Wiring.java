package io.github.inceptionlens.command.report.sheet;

import java.util.List;

/**
 * A unit's connections in one direction.
 *
 * @param title what they are
 * @param note how they were found, or why there are none
 * @param wires the strongest first
 */
public record Wiring(String title, String note, List<Wire> wires) {

  /** Copies the wires. */
  public Wiring {
    wires = List.copyOf(wires);
  }
}
