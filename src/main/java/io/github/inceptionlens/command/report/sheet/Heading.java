package io.github.inceptionlens.command.report.sheet;

import java.util.List;

/**
 * The head of a page.
 *
 * @param unit as it is written
 * @param label its text; empty for none
 * @param lines network, collection and what else a reader needs to find it again
 */
public record Heading(String unit, String label, List<String> lines) {

  /** Copies the lines. */
  public Heading {
    lines = List.copyOf(lines);
  }
}
