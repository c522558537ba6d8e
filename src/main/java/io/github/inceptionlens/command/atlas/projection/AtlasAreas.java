package io.github.inceptionlens.command.atlas.projection;

import ij.measure.Calibration;
import ij.measure.ResultsTable;
import io.github.inceptionlens.atlas.projection.CellSelection;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.collection.InputPicture;
import java.util.BitSet;
import java.util.List;

/** The table {@code InceptionV1 Atlas Areas}: how much of each picture some cells take. */
final class AtlasAreas {

  private static final int DECIMALS = 4;

  private final int cells;
  private final List<NamedCells> selections;
  private final ResultsTable table = new ResultsTable();
  private final BitSet occurring = new BitSet();

  /**
   * @param cells how many there are
   * @param selections what is measured; none for every cell by itself
   */
  AtlasAreas(final int cells, final List<NamedCells> selections) {
    this.cells = cells;
    this.selections = List.copyOf(selections);
    table.setPrecision(DECIMALS);
  }

  /**
   * Measures a picture: a row for each selection, or one for each cell that occurs.
   *
   * @param numbers of the cells of the region's pixels, 0 for none
   */
  void add(final InputPicture picture, final int[] numbers) {
    final View view = picture.view();
    final int width = picture.input().region().width;
    final long[] counts = new long[cells + 1];
    long all = 0;
    for (int i = 0; i < numbers.length; i++) {
      if (view.contains(i % width, i / width)) {
        counts[numbers[i]]++;
        occurring.set(numbers[i]);
        all++;
      }
    }
    for (final NamedCells selection : selections) {
      row(picture, selection.name(), held(selection.cells(), counts), all);
    }
    for (int cell = 1; selections.isEmpty() && cell <= cells; cell++) {
      if (counts[cell] > 0) {
        row(picture, String.valueOf(cell), counts[cell], all);
      }
    }
  }

  private static long held(final CellSelection cells, final long[] counts) {
    long held = 0;
    for (int cell = 1; cell < counts.length; cell++) {
      held += cells.holds(cell) ? counts[cell] : 0;
    }
    return held;
  }

  private void row(
      final InputPicture picture, final String name, final long pixels, final long all) {
    final Calibration calibration = picture.input().calibration();
    table.addRow();
    table.addValue("Image", picture.image().path());
    table.addValue("Slice", picture.id().slice());
    table.addValue("Group", picture.image().group());
    table.addValue("Label", picture.image().label());
    table.addValue("Selection", name);
    table.addValue("Area", pixels * calibration.pixelWidth * calibration.pixelHeight);
    table.addValue("Fraction", (double) pixels / all);
  }

  /** The cells that occurred. */
  CellSelection occurring() {
    return CellSelection.of(occurring.stream().filter(number -> number > 0));
  }

  ResultsTable table() {
    return table;
  }
}
