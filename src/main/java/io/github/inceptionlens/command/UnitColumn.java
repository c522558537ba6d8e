package io.github.inceptionlens.command;

import ij.measure.ResultsTable;
import io.github.inceptionlens.network.architecture.EntryLabels;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The units that the rows of a table are about, and their texts as a further column. */
final class UnitColumn {

  private static final String LABEL = "Label";
  private static final String LAYER = "Layer";
  private static final String CHANNEL = "Channel";
  private static final List<String> UNITS = List.of("Unit", "Target");

  private final ResultsTable table;

  private UnitColumn(final ResultsTable table) {
    this.table = table;
  }

  /**
   * Adds the column Label where at least one row's unit has a text: that of Layer and Channel, Unit
   * or Target.
   */
  static void label(final ResultsTable table, final EntryLabels labels) {
    final UnitColumn units = new UnitColumn(table);
    final List<String> texts =
        IntStream.range(0, table.size())
            .mapToObj(row -> units.at(row).flatMap(labels::of).orElse(""))
            .toList();
    if (!table.columnExists(LABEL) && texts.stream().anyMatch(text -> !text.isEmpty())) {
      IntStream.range(0, texts.size()).forEach(row -> table.setValue(LABEL, row, texts.get(row)));
    }
  }

  /** The unit of a row, as the table writes it. */
  private Optional<String> at(final int row) {
    if (table.columnExists(LAYER) && table.columnExists(CHANNEL)) {
      return Optional.of(
          table.getStringValue(LAYER, row) + ":" + (int) table.getValue(CHANNEL, row));
    }
    return UNITS.stream()
        .filter(table::columnExists)
        .findFirst()
        .map(column -> table.getStringValue(column, row));
  }
}
