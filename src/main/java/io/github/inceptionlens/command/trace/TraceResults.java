package io.github.inceptionlens.command.trace;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.process.ImageProcessor;
import io.github.inceptionlens.circuit.trace.NodeMap;
import io.github.inceptionlens.command.diagram.DiagramDrawing;
import io.github.inceptionlens.command.diagram.DiagramImage;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is shown of the circuit of an answer. */
final class TraceResults {

  private final Architecture table;
  private final TraceQuestion question;
  private final TraceFindings found;
  private final TraceWords words;
  private final Provenance made;

  /**
   * @param made how it was made
   */
  TraceResults(
      final Architecture table,
      final TraceQuestion question,
      final TraceFindings found,
      final Provenance made) {
    this.table = table;
    this.question = question;
    this.found = found;
    words = new TraceWords(question.described(table), found);
    this.made = words.provenance(made);
  }

  TraceTables tables() {
    return new TraceTables(question.input(), question.named(table), found);
  }

  /** The curves; nothing where the nodes do not change the answer. */
  Optional<Plot> plot() {
    return found.span().isDefined()
        ? Optional.of(
            new TracePlot(found)
                .plot(question.described(table), question.input().shortTitle(), all()))
        : Optional.empty();
  }

  private Provenance all() {
    return question.input().provenance().with(made);
  }

  /** Where the nodes act, the strongest first. */
  ImagePlus places() {
    return new TracePlaces(question.input(), question.described(table))
        .image(found.strongest(), table.entryLabels(), made);
  }

  List<String> notes() {
    return words.notes(question.input().title());
  }

  /**
   * What is drawn: the unit that is asked about, then those of the circuit, the strongest first.
   */
  List<Unit> units() {
    return Stream.concat(question.unit().stream(), found.strongest().stream().map(NodeMap::unit))
        .toList();
  }

  String title() {
    return question.input().shortTitle() + "-Circuit of " + question.described(table);
  }

  private String heading() {
    return "Circuit of "
        + question.described(table)
        + " on "
        + question.input().title()
        + " ("
        + table.name()
        + ")";
  }

  /**
   * The circuit on a page.
   *
   * @param icons of units, as far as there are any
   */
  DiagramDrawing drawing(final Map<Unit, ImageProcessor> icons) {
    return new DiagramDrawing(
        new TraceDiagram(found, question.described(table), question.unit(), table.entryLabels())
            .graph(heading(), icons, List.of(words.figures())));
  }

  /**
   * The page as an image, in which units open their reports.
   *
   * @param network as the user named it
   * @param images for reports; empty for none
   */
  ImagePlus diagram(final DiagramDrawing drawing, final String network, final String images) {
    return DiagramImage.of(title(), drawing, network, images, all());
  }
}
