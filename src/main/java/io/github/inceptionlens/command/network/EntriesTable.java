package io.github.inceptionlens.command.network;

import ij.measure.ResultsTable;
import io.github.inceptionlens.command.SheetTable;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.weights.dictionary.EntryLabel;
import io.github.inceptionlens.weights.dictionary.LabelHistory;
import java.util.Map;

/** What a dictionary's entries are called, how long they are, and how the labels came about. */
final class EntriesTable {

  private EntriesTable() {}

  static ResultsTable of(final Dictionary dictionary) {
    final Map<Integer, EntryLabel> labels = LabelHistory.of(dictionary);
    final boolean known = labels.values().stream().anyMatch(label -> !label.by().isEmpty());
    final ResultsTable table = new ResultsTable();
    for (int entry = 0; entry < dictionary.entries(); entry++) {
      table.addRow();
      table.addValue("Entry", dictionary.name() + ":" + entry);
      table.addValue("Label", dictionary.labels().get(entry));
      table.addValue("Norm", norm(dictionary, entry));
      table.addValue("Bias", dictionary.bias()[entry]);
      if (known) {
        add(table, labels.getOrDefault(entry, EntryLabel.given("", "")));
      }
    }
    return table;
  }

  private static void add(final ResultsTable table, final EntryLabel label) {
    table.addValue("By", label.by());
    SheetTable.addFigure(table, "AUC", label.area());
    SheetTable.addFigure(table, "Prevalence", label.prevalence());
  }

  private static double norm(final Dictionary dictionary, final int entry) {
    double squares = 0;
    for (int i = 0; i < dictionary.channels(); i++) {
      squares += Math.pow(dictionary.encoder()[entry * dictionary.channels() + i], 2);
    }
    return Math.sqrt(squares);
  }
}
