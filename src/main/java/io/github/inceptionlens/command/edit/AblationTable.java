package io.github.inceptionlens.command.edit;

import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.Ablation;
import io.github.inceptionlens.activation.Ablation.ClassChange;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.image.input.Frame;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.network.InceptionV1;
import java.util.List;

/** Tells the classes before and after units were changed, a row per slice and class. */
final class AblationTable {

  private static final int DECIMALS = 4;

  private AblationTable() {}

  /**
   * The table of all frames.
   *
   * @param edited the network with the change
   * @param top how many classes are the best
   */
  static ResultsTable of(
      final InceptionV1 network,
      final InceptionV1 edited,
      final ImageInput input,
      final int top,
      final Progress progress) {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    final List<Frame> frames = input.frames();
    for (int i = 0; i < frames.size(); i++) {
      final Frame frame = frames.get(i);
      final Progress part = progress.part(i, frames.size());
      part.at(0, "Classifying with and without ...");
      for (final ClassChange one :
          Ablation.classes(network, edited, input.views().get(i), top, part)) {
        addRow(table, input.title(), frame, one);
      }
    }
    return table;
  }

  private static void addRow(
      final ResultsTable table, final String title, final Frame frame, final ClassChange one) {
    table.addRow();
    table.addValue("Image", title);
    table.addValue("Slice", frame.slice());
    table.addValue("Class", one.before().index());
    table.addValue("Label", one.before().label());
    table.addValue("LogitBefore", one.before().logit());
    table.addValue("LogitAfter", one.after().logit());
    table.addValue("ProbabilityBefore", one.before().probability());
    table.addValue("ProbabilityAfter", one.after().probability());
  }
}
