package io.github.inceptionlens.command.report.sheet;

import java.util.List;
import java.util.Optional;

/**
 * All that stands on the page of a unit.
 *
 * @param portraits what it looks for; may be empty
 * @param strongest the crops that drive it most
 * @param along crops along its distribution
 * @param field its receptive field on an example
 * @param labels by label, the most responding first; empty where the collection has none
 * @param labelNote what the boxes show, or why there are none
 * @param neighbors what lies nearest to it; nothing for a channel of the network
 * @param foot what a reader must know of it all
 */
public record UnitSheet(
    Heading heading,
    Portraits portraits,
    TileRow strongest,
    TileRow along,
    Optional<FieldExample> field,
    ValueCounts values,
    List<LabelBox> labels,
    String labelNote,
    Wiring inputs,
    Wiring outputs,
    ClassEffects classes,
    Optional<Neighbors> neighbors,
    List<String> foot) {

  /** Copies the lists. */
  public UnitSheet {
    labels = List.copyOf(labels);
    foot = List.copyOf(foot);
  }
}
