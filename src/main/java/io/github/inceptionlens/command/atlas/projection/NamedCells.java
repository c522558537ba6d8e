package io.github.inceptionlens.command.atlas.projection;

import io.github.inceptionlens.atlas.projection.CellSelection;

/**
 * Cells under a name.
 *
 * @param name of the selection, or the cells' numbers
 */
record NamedCells(String name, CellSelection cells) {}
