package io.github.inceptionlens.command.network;

import ij.measure.ResultsTable;
import io.github.inceptionlens.command.SheetTable;
import io.github.inceptionlens.dictionary.Directions;
import io.github.inceptionlens.dictionary.Directions.Entry;
import io.github.inceptionlens.network.edit.Dictionary;

/** What each entry of a dictionary that was made rests on and explains. */
final class DictionaryTable {

  private static final int DECIMALS = 4;

  private DictionaryTable() {}

  static ResultsTable of(final Dictionary dictionary, final Directions directions) {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    for (int i = 0; i < dictionary.entries(); i++) {
      final Entry entry = directions.entries().get(i);
      table.addRow();
      table.addValue("Entry", dictionary.name() + ":" + i);
      table.addValue("Label", entry.label());
      table.addValue("Layer", dictionary.home().layer());
      table.addValue("Method", dictionary.notes().get("method"));
      table.addValue("Vectors", entry.vectors());
      SheetTable.addFigure(table, "ExplainedVariance", entry.explained());
      SheetTable.addFigure(table, "Cumulative", entry.cumulative());
      SheetTable.addFigure(table, "Distance", entry.distance());
    }
    return table;
  }
}
