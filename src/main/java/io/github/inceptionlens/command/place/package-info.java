/**
 * Leading back: from a row of a table or a crop of a montage to the image with the place selected.
 *
 * <pre>{@code
 * PlaceTable table = PlaceTable.named("table", "/data/results/channels.csv");
 * List<ImagePlace> places = table.row(3);
 * places.forEach(PlaceDisplay::show);
 * }</pre>
 */
package io.github.inceptionlens.command.place;
