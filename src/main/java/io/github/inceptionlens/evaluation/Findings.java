package io.github.inceptionlens.evaluation;

import java.util.List;

/**
 * What a test of a map found.
 *
 * @param figures at least one
 * @param charts what is better seen than read
 */
public record Findings(List<Figure> figures, List<Chart> charts) {

  /** Copies the lists. */
  public Findings {
    figures = List.copyOf(figures);
    charts = List.copyOf(charts);
  }
}
