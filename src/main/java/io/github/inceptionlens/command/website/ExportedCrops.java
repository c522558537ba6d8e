package io.github.inceptionlens.command.website;

import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.example.Example;
import io.github.inceptionlens.activation.example.UnitExamples.QuantileExample;
import io.github.inceptionlens.core.Csv;
import java.util.List;

/** The crops of a site as a table, which leads back to their images. */
final class ExportedCrops {

  private static final int DECIMALS = 4;

  private final ResultsTable table = new ResultsTable();
  private final SiteCrops crops;

  private ExportedCrops(final SiteCrops crops) {
    this.crops = crops;
    table.setPrecision(DECIMALS);
  }

  /** A row per crop of each unit. */
  static ResultsTable of(final List<ExportedUnit> units, final SiteCrops crops) {
    final ExportedCrops rows = new ExportedCrops(crops);
    units.forEach(rows::add);
    return rows.table;
  }

  private void add(final ExportedUnit one) {
    final List<Example> top = one.examples().top();
    for (int i = 0; i < top.size(); i++) {
      add(one, "top", i + 1, top.get(i));
    }
    for (final QuantileExample along : one.along()) {
      add(one, "quantile:" + Csv.number(along.part()), 1, along.example());
    }
  }

  private void add(
      final ExportedUnit one, final String kind, final int rank, final Example example) {
    table.addRow();
    table.addValue("Unit", one.unit().toString());
    table.addValue("Kind", kind);
    table.addValue("Rank", rank);
    table.addValue("Value", example.value());
    table.addValue("Before", example.before());
    crops.of(one.layer(), example).place().addTo(table, "");
    table.addValue("Label", example.label());
  }
}
