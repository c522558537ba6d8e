/**
 * Places in images that rows of tables and crops of pictures stand for: which image it is, opened
 * where it is not open, and what is selected there. What a table's columns mean is not known here.
 *
 * <pre>{@code
 * ImagePlace place =
 *     new ImagePlace("/data/photographs", "cats/tom.png", 1, PlaceMark.pixels(120, 45));
 * ImagePlus image = PlaceDisplay.show(place);
 * }</pre>
 */
package io.github.inceptionlens.image.place;
