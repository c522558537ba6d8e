package io.github.inceptionlens.command.coverage;

import ij.measure.ResultsTable;
import io.github.inceptionlens.circuit.tuning.AngleDetector;
import io.github.inceptionlens.circuit.tuning.AngularGaps;
import java.util.List;

/** What angles units cover, as tables: a row per stimulus and source, and a row per detector. */
final class CoverageTables {

  private static final int DECIMALS = 4;

  private CoverageTables() {}

  private static ResultsTable empty() {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    table.showRowNumbers(false);
    return table;
  }

  /**
   * The gaps.
   *
   * @param reference over what standard deviations are
   */
  static ResultsTable gaps(final List<CoverageRow> rows, final String reference) {
    final ResultsTable table = empty();
    for (final CoverageRow row : rows) {
      final AngularGaps gaps = row.gaps();
      table.addRow();
      table.addValue("Stimulus", row.kind().label());
      table.addValue("Source", row.source().kind().label());
      table.addValue("Layer", row.source().layer());
      table.addValue("Units", row.detectors().measured());
      table.addValue("Detectors", gaps.count());
      table.addValue("Shuffled Detectors", row.detectors().shuffled());
      table.addValue("Largest Gap", gaps.largest());
      table.addValue("From", gaps.from());
      table.addValue("To", gaps.to());
      table.addValue("Mean Gap", gaps.mean());
      table.addValue("Expected Gap", gaps.expected());
      table.addValue("Period", gaps.period());
      table.addValue("Reference", reference);
    }
    return table;
  }

  /** The detectors among units that commands can name. */
  static ResultsTable detectors(final List<CoverageRow> rows) {
    final ResultsTable table = empty();
    for (final CoverageRow row : rows) {
      if (!row.source().isRandom()) {
        row.detectors().found().forEach(one -> add(table, row, one));
      }
    }
    return table;
  }

  private static void add(
      final ResultsTable table, final CoverageRow row, final AngleDetector detector) {
    table.addRow();
    table.addValue("Unit", detector.unit().toString());
    table.addValue("Stimulus", row.kind().label());
    table.addValue("Source", row.source().kind().label());
    table.addValue("Angle", detector.tuning().preferred());
    table.addValue("Width", detector.tuning().width());
    table.addValue("Selectivity", detector.tuning().selectivity());
    table.addValue("Circular Variance", detector.tuning().circularVariance());
    table.addValue("Height", detector.height());
  }
}
