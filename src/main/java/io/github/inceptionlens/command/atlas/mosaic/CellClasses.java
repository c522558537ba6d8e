package io.github.inceptionlens.command.atlas.mosaic;

import io.github.inceptionlens.atlas.cell.AtlasCell;
import java.util.List;

/** Which classes the vectors of a cell speak for. */
@FunctionalInterface
interface CellClasses {

  /** Names none. */
  CellClasses NONE = cell -> List.of();

  /** The names of the classes with the highest mean attribution, the highest first. */
  List<String> of(AtlasCell cell);
}
