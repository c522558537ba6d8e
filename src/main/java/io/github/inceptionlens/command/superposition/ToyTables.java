package io.github.inceptionlens.command.superposition;

import ij.measure.ResultsTable;
import io.github.inceptionlens.superposition.FeatureGeometry;
import io.github.inceptionlens.superposition.FeaturePhase;
import io.github.inceptionlens.superposition.PhaseGrid;
import io.github.inceptionlens.superposition.ToyModel;
import java.util.List;

/** What toy models came to, as tables. */
final class ToyTables {

  private static final int DECIMALS = 5;

  private ToyTables() {}

  /** A row per sparsity and feature. */
  static ResultsTable models(final List<ToyModel> models) {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    for (final ToyModel model : models) {
      final FeatureGeometry geometry = model.geometry();
      for (int feature = 0; feature < model.problem().features(); feature++) {
        table.addRow();
        table.addValue("Sparsity", model.problem().sparsity());
        table.addValue("Feature", feature);
        table.addValue("Importance", model.problem().importance()[feature]);
        addFeature(table, geometry, feature);
        table.addValue("Dimensionality", geometry.dimensionality(feature));
        table.addValue("Bias", model.bias()[feature]);
        table.addValue("Loss", model.loss());
        table.addValue("Dimensions per Feature", geometry.dimensionsPerFeature());
      }
    }
    return table;
  }

  private static void addFeature(
      final ResultsTable table, final FeatureGeometry geometry, final int feature) {
    table.addValue("Norm", geometry.norms()[feature]);
    table.addValue("Interference", geometry.interference()[feature]);
    table.addValue("State", FeaturePhase.of(geometry, feature).toString());
  }

  /** A row per density and importance of the second of two features. */
  static ResultsTable phases(final PhaseGrid grid, final List<ToyModel> models) {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    for (int i = 0; i < models.size(); i++) {
      final ToyModel model = models.get(i);
      table.addRow();
      table.addValue("Density", grid.density(i % grid.side()));
      table.addValue("Relative Importance", grid.importance(i / grid.side()));
      addFeature(table, model.geometry(), PhaseGrid.EXTRA);
      table.addValue("Loss", model.loss());
    }
    return table;
  }
}
