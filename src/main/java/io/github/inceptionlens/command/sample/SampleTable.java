package io.github.inceptionlens.command.sample;

import ij.measure.ResultsTable;
import io.github.inceptionlens.textures.Scene;
import io.github.inceptionlens.textures.structure.TextureClass;

/** The truth about generated pictures, a row for each. */
final class SampleTable {

  private static final int DECIMALS = 4;

  private final SampleSeries series;
  private final ResultsTable table = new ResultsTable();

  SampleTable(final SampleSeries series) {
    this.series = series;
    table.setPrecision(DECIMALS);
  }

  ResultsTable table() {
    return table;
  }

  int size() {
    return table.size();
  }

  /** A row for the picture that was added last to a target. */
  void add(final SamplePicture picture, final SampleTarget target) {
    final SampleSubject subject = picture.subject();
    table.addRow();
    table.addValue("Image", target.image(subject));
    table.addValue("Slice", target.slice());
    table.addValue("Label", subject.label());
    table.addValue("Structures", subject.structures());
    addSeed(subject.seed());
    if (series.isScenes()) {
      table.addValue("Without", SampleSubject.words(subject.leftOut()));
      table.addValue("BlurRadius", picture.blurRadius());
      series.classes().forEach(one -> table.addValue(one.label(), part(picture, one)));
    }
  }

  /** As a number where a table's numbers hold it, with all its digits in any case. */
  private void addSeed(final long seed) {
    if (seed == (int) seed) {
      table.addValue("Seed", seed);
    } else {
      table.addValue("Seed", String.valueOf(seed));
    }
  }

  /** The part of the pixels that a structure reaches. */
  private static double part(final SamplePicture picture, final TextureClass texture) {
    return picture.regions().stream()
        .filter(region -> region.texture() == texture)
        .mapToDouble(SampleTable::part)
        .sum();
  }

  private static double part(final Scene.Region region) {
    int count = 0;
    for (final boolean in : region.extent()) {
      count += in ? 1 : 0;
    }
    return (double) count / region.extent().length;
  }
}
