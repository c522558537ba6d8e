package io.github.inceptionlens.command.atlas.mosaic;

import ij.measure.ResultsTable;
import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.atlas.cell.CellLayout;
import io.github.inceptionlens.collection.sample.SampledPlace;
import io.github.inceptionlens.command.atlas.AtlasMembers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What an atlas came to, as tables.
 *
 * @param grids the cells of each grid, from the coarsest
 * @param classes names the classes of cells
 * @param ofClasses where the atlas is of one class, or of two
 */
record AtlasTables(
    List<CellLayout> grids,
    AtlasMembers members,
    CellClassNames classes,
    Optional<ClassAtlas> ofClasses) {

  private static final int DECIMALS = 4;
  private static final int CLASSES = 3;
  private static final String TYPICAL = "Typical ";

  /** A row per cell. */
  ResultsTable cells() {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    final List<String> labels = labels();
    for (final CellLayout grid : grids) {
      for (final AtlasCell cell : grid.cells()) {
        table.addRow();
        if (grids.size() > 1) {
          table.addValue("Grid", grid.request().grid());
        }
        add(table, cell, labels);
      }
    }
    return table;
  }

  private void add(final ResultsTable table, final AtlasCell cell, final List<String> labels) {
    table.addValue("Cell", cell.number());
    table.addValue("Column", cell.column());
    table.addValue("Row", cell.row());
    table.addValue("Count", cell.count());
    final List<String> named = classes.of(cell, CLASSES);
    for (int i = 0; i < CLASSES; i++) {
      table.addValue("Class" + (i + 1), i < named.size() ? named.get(i) : "");
    }
    ofClasses.ifPresent(one -> one.add(table, cell));
    for (final String label : labels) {
      table.addValue("Share " + label, share(cell, label));
    }
    table.addValue("X", cell.x());
    table.addValue("Y", cell.y());
    addPlace(table, TYPICAL, members.typical(cell));
  }

  /** The labels of the images, sorted; none where no image has one. */
  private List<String> labels() {
    final TreeSet<String> labels = new TreeSet<>();
    for (int member = 0; member < members.embedded().rows().length; member++) {
      labels.add(members.image(member).label());
    }
    labels.remove("");
    return List.copyOf(labels);
  }

  private double share(final AtlasCell cell, final String label) {
    return Arrays.stream(cell.members())
            .filter(member -> members.image(member).label().equals(label))
            .count()
        / (double) cell.count();
  }

  private void addPlace(final ResultsTable table, final String prefix, final int member) {
    table.addValue(prefix + "Image", members.image(member).path());
    final Optional<SampledPlace> place = members.place(member);
    if (place.isPresent()) {
      table.addValue(prefix + "Slice", place.get().slice());
      table.addValue(prefix + "X", place.get().x());
      table.addValue(prefix + "Y", place.get().y());
    }
  }

  /** A row per vector of a cell. */
  ResultsTable places() {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    for (final CellLayout grid : grids) {
      for (final AtlasCell cell : grid.cells()) {
        for (final int member : cell.members()) {
          table.addRow();
          if (grids.size() > 1) {
            table.addValue("Grid", grid.request().grid());
          }
          table.addValue("Cell", cell.number());
          addPlace(table, "", member);
          table.addValue("Label", members.image(member).label());
        }
      }
    }
    return table;
  }
}
