package io.github.inceptionlens.command.collection;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.ClassConfusion;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.map.CountMatrix;
import io.github.inceptionlens.image.result.ResultImages;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How often a network is right about a collection, as tables, picture and sentence. */
record ConfusionReport(ClassConfusion confusion, List<String> labels) {

  private static final int DECIMALS = 4;
  private static final int PERCENT = 100;

  /** A row per class, and one for all. */
  ResultsTable accuracy() {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    for (int i = 0; i < confusion.classes().size(); i++) {
      final int pictures = confusion.pictures(i);
      if (pictures > 0) {
        addRow(table, name(i), pictures, (double) confusion.correct(i) / pictures);
      }
    }
    addRow(table, "all", confusion.pictures(), confusion.accuracy());
    return table;
  }

  private static void addRow(
      final ResultsTable table, final String label, final int pictures, final double accuracy) {
    table.addRow();
    table.addValue("Label", label);
    table.addValue("Pictures", pictures);
    table.addValue("Accuracy", accuracy);
  }

  /** A row per label, a column per class: how many pictures. */
  ResultsTable table() {
    final ResultsTable table = new ResultsTable();
    for (int row = 0; row < confusion.classes().size(); row++) {
      table.addRow();
      table.addValue("Label", name(row));
      for (int column = 0; column < confusion.classes().size(); column++) {
        table.addValue(name(column), confusion.counts()[row][column]);
      }
    }
    return table;
  }

  /** The same as a picture. */
  ImagePlus picture(final Provenance provenance) {
    final List<String> names =
        IntStream.range(0, confusion.classes().size()).mapToObj(this::name).toList();
    final ImagePlus image =
        new CountMatrix(names, confusion.counts(), "label", "best class").image("Confusion matrix");
    ResultImages.describe(image, provenance);
    return image;
  }

  private String name(final int position) {
    return labels.get(confusion.classes().get(position));
  }

  String note() {
    return String.format(
        Locale.ROOT,
        "Classify Images: the best class is the label of %.1f %% of the %,d pictures whose label is a"
            + " class of the network",
        PERCENT * confusion.accuracy(),
        confusion.pictures());
  }
}
