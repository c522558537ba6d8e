package io.github.inceptionlens.command.edit;

import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.Ablation.ClassChange;
import io.github.inceptionlens.activation.steering.SteeredPicture;
import io.github.inceptionlens.activation.steering.SteeringMeans;
import io.github.inceptionlens.activation.steering.SteeringMeans.ClassMean;
import java.util.List;

/**
 * The classes before and after features were steered, as tables.
 *
 * @param labels of all classes
 * @param top how many classes are the best
 */
record SteeringTables(List<String> labels, int top) {

  private static final int DECIMALS = 4;

  /** A row per picture and class. */
  ResultsTable pictures(final List<SteeredPicture> steered) {
    final ResultsTable table = empty();
    for (final SteeredPicture one : steered) {
      for (final ClassChange change : one.classes(labels, top)) {
        table.addRow();
        table.addValue("Image", one.picture().image());
        table.addValue("Slice", one.picture().slice());
        addClass(table, change.before().index(), change.before().label());
        addChange(table, change.before().probability(), change.after().probability());
        table.addValue("LogitBefore", change.before().logit());
        table.addValue("LogitAfter", change.after().logit());
      }
    }
    return table;
  }

  /** A row per class. */
  ResultsTable means(final SteeringMeans means) {
    final ResultsTable table = empty();
    for (final ClassMean one : means.classes()) {
      table.addRow();
      addClass(table, one.index(), one.label());
      table.addValue("Pictures", means.pictures());
      addChange(table, one.before(), one.after());
      table.addValue("TopBefore", one.topBefore());
      table.addValue("TopAfter", one.topAfter());
      table.addValue("TopChanged", means.changed());
    }
    return table;
  }

  private static ResultsTable empty() {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    return table;
  }

  private static void addClass(final ResultsTable table, final int index, final String label) {
    table.addValue("Class", index);
    table.addValue("Label", label);
  }

  private static void addChange(final ResultsTable table, final double before, final double after) {
    table.addValue("Before", before);
    table.addValue("After", after);
    table.addValue("Change", after - before);
  }
}
