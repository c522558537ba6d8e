/**
 * Windows that are linked through an atlas: the pointer over an image marks its cell on the atlas,
 * over a cell of the atlas it marks the cell's places in the images and shows crops of it.
 *
 * <p>What a pointer means is told by {@code CellLink}, which knows no window.
 *
 * <pre>{@code
 * SampleEmbedding embedded = ReadEmbedding.of("slides", network);
 * CellRequest request = new CellRequest(CellKind.GRID, 20, 5, 0);
 * CellLayout layout = AtlasCells.of(embedded, request, Progress.NONE).layout();
 * Layer layer = network.architecture().layer(embedded.sample().layer());
 * ImagePlus slide = IJ.openImage("slide.tif");
 * ImageInput seen = ImageInput.whole(slide, UserImages.SLICES);
 * ImagePlus cells = IJ.openImage("slide-cells.tif");
 * LinkedWindows.open(
 *     new CellLink("slides", layout),
 *     List.of(new LinkedImage(slide, seen, cells)),
 *     () -> new MemberCrops(embedded, layout, layer));
 * }</pre>
 */
package io.github.inceptionlens.command.atlas.link;
