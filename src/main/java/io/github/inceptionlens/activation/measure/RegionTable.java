package io.github.inceptionlens.activation.measure;

import io.github.inceptionlens.core.Unit;
import java.util.List;

/**
 * How units respond to the regions of a collection's pictures.
 *
 * @param units in the order of the rows' values
 * @param rows by picture and region
 * @param without how many pictures have no region
 */
public record RegionTable(List<Unit> units, List<RegionRow> rows, int without) {

  /** Copies the lists. */
  public RegionTable {
    units = List.copyOf(units);
    rows = List.copyOf(rows);
  }
}
