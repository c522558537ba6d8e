package io.github.inceptionlens.command.report.sheet;

import java.util.List;
import java.util.Optional;

/**
 * All that stands on the page of a unit.
 *
 * @param portraits what it looks for: the visualization, then facets; may be empty
 * @param strongest the crops that drive it most
 * @param along crops along its distribution
 * @param field its receptive field on an example
 * @param labels by label, the most responding first; empty where the collection has none
 * @param labelNote what the boxes show, or why there are none
 * @param foot what a reader must know of it all
 */
public record UnitSheet(
    Heading heading,
    TileRow portraits,
    TileRow strongest,
    TileRow along,
    Optional<FieldExample> field,
    ValueCounts values,
    List<LabelBox> labels,
    String labelNote,
    Wiring inputs,
    Wiring outputs,
    ClassEffects classes,
    List<String> foot) {

  /** Copies the lists. */
  public UnitSheet {
    labels = List.copyOf(labels);
    foot = List.copyOf(foot);
  }
}
