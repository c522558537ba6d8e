/**
 * Windows that are linked through an atlas: the pointer over an image marks its cell on the atlas,
 * over a cell of the atlas it marks the cell's places in the images and shows crops of it.
 *
 * <p>What a pointer means is told by {@code CellLink}, which knows no window.
 *
 * <pre>{@code
 * LinkedWindows.open(new CellLink("slides", layout), List.of(image), () -> crops);
 * }</pre>
 */
package io.github.inceptionlens.command.atlas.link;
