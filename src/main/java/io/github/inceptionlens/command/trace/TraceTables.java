package io.github.inceptionlens.command.trace;

import ij.measure.ResultsTable;
import io.github.inceptionlens.circuit.node.ScoreKind;
import io.github.inceptionlens.circuit.node.TraceLayer;
import io.github.inceptionlens.circuit.trace.FaithfulnessCurve;
import io.github.inceptionlens.circuit.trace.FaithfulnessPoint;
import io.github.inceptionlens.circuit.trace.NodeMap;
import io.github.inceptionlens.circuit.trace.TraceEdge;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.image.input.ImageInput;

/**
 * The circuit of an answer as tables.
 *
 * @param target what was traced, for readers
 */
record TraceTables(ImageInput input, String target, TraceFindings found) {

  private static final int DECIMALS = 4;
  private static final double PERCENT = 100;

  private ResultsTable empty() {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    return table;
  }

  private void addRow(final ResultsTable table) {
    table.addRow();
    table.addValue("Image", input.title());
    table.addValue("Slice", input.frames().get(0).slice());
    table.addValue("Target", target);
  }

  /** A row per node of the circuit, the largest score first, then the errors of dictionaries. */
  ResultsTable nodes() {
    final ResultsTable table = empty();
    for (final NodeMap map : found.strongest()) {
      final Unit unit = map.unit();
      addRow(table);
      addScores(
          table,
          unit.toString(),
          unit.layer(),
          found.score(unit),
          found.score(ScoreKind.GRADIENT, unit));
      table.addValue("Pruning", found.score(ScoreKind.PRUNING, unit));
      table.addValue("Activation", found.activations().get(unit));
      table.addValue("Patched", found.patched(unit).orElse(Double.NaN));
      final TracePlace place = TracePlace.strongest(map);
      table.addValue("X", input.calibratedX(input.placement().regionX(place.x())));
      table.addValue("Y", input.calibratedY(input.placement().regionY(place.y())));
    }
    for (final TraceLayer layer : found.dictionaries()) {
      addRow(table);
      addScores(
          table,
          layer.error(),
          layer.name(),
          found.error(TraceFindings.SCORE, layer),
          found.error(ScoreKind.GRADIENT, layer));
      for (final String unknown : new String[] {"Pruning", "Activation", "Patched", "X", "Y"}) {
        table.addValue(unknown, Double.NaN);
      }
    }
    return table;
  }

  private void addScores(
      final ResultsTable table,
      final String unit,
      final String layer,
      final double integrated,
      final double gradient) {
    table.addValue("Unit", unit);
    table.addValue("Layer", layer);
    table.addValue("Integrated", integrated);
    table.addValue("Share", found.span().share(integrated));
    table.addValue("Gradient", gradient);
  }

  /** A row per edge, the strongest first. */
  ResultsTable edges() {
    final ResultsTable table = empty();
    for (final TraceEdge edge : found.result().edges()) {
      addRow(table);
      table.addValue("From", edge.from());
      table.addValue("To", edge.to());
      table.addValue("Strength", edge.strength());
      table.addValue("Share", found.span().share(edge.strength()));
    }
    return table;
  }

  /** A row per score and size, and two for the circuit itself and its like. */
  ResultsTable faithfulness() {
    final ResultsTable table = empty();
    for (final FaithfulnessCurve curve : found.curves()) {
      for (final FaithfulnessPoint point : curve.points()) {
        addSize(table, curve.kind().label(), PERCENT * point.share(), point.nodes());
        addFigures(
            table,
            point.kept(),
            point.removed(),
            point.deviation() * Math.abs(found.span().whole()));
        table.addValue("CPR", found.span().isDefined() ? curve.cpr() : Double.NaN);
        table.addValue("CMD", found.span().isDefined() ? curve.cmd() : Double.NaN);
      }
    }
    final CircuitFigures own = found.figures();
    addCircuit(table, "circuit", own.kept(), own.removed(), 0);
    addCircuit(
        table, "random circuits", own.meanRandom(), own.meanRandomRemoved(), own.deviation());
    return table;
  }

  private void addCircuit(
      final ResultsTable table,
      final String name,
      final double kept,
      final double removed,
      final double deviation) {
    final int size = found.result().circuit().size();
    addSize(table, name, PERCENT * size / found.nodes().count(), size);
    addFigures(table, kept, removed, deviation);
    table.addValue("CPR", Double.NaN);
    table.addValue("CMD", Double.NaN);
  }

  private void addSize(
      final ResultsTable table, final String scores, final double percent, final int nodes) {
    addRow(table);
    table.addValue("Scores", scores);
    table.addValue("Percent", percent);
    table.addValue("Nodes", nodes);
  }

  private void addFigures(
      final ResultsTable table, final double kept, final double removed, final double deviation) {
    final AnswerSpan span = found.span();
    table.addValue("Kept", kept);
    table.addValue("Removed", removed);
    table.addValue("Faithfulness", span.part(kept));
    table.addValue("Deviation", span.share(deviation));
    table.addValue("Completeness", span.part(removed));
  }
}
