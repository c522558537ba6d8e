/**
 * What stands on the page of a unit, and where: figures, pictures and texts as data, and their
 * drawing.
 *
 * <p>Where they come from is not known here.
 *
 * <pre>{@code
 * Tile tile = new Tile(image.getBufferedImage(), "12.3", "zebra");
 * TileRow strongest = new TileRow("Strongest", "a place of each picture", List.of(tile));
 * }</pre>
 */
package io.github.inceptionlens.command.report.sheet;
