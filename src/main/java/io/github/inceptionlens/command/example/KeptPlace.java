package io.github.inceptionlens.command.example;

import io.github.inceptionlens.image.place.CropPlaces.Box;
import io.github.inceptionlens.image.place.ImagePlace;
import io.github.inceptionlens.image.place.PlaceMark;
import java.awt.Rectangle;

/**
 * An example of a unit, as it is kept and shown.
 *
 * @param kind {@code top}, {@code bottom} or {@code quantile:0.5}
 * @param rank from 1
 * @param value the unit's value, as it is named
 * @param before the same before its rectifier, where it has one
 * @param collection the absolute folder, pattern or table that the image's path is relative to;
 *     empty for an image that was open
 * @param image the image's path, or the title of an image that was open
 * @param slice from 1
 * @param x the column in pixels of the image, from 0 at the center of the first one
 * @param y the row of the same
 * @param label what the collection says that the picture shows; empty for nothing
 * @param crop the pixels of the image that the unit sees there
 */
public record KeptPlace(
    String kind,
    int rank,
    double value,
    double before,
    String collection,
    String image,
    int slice,
    double x,
    double y,
    String label,
    Box crop) {

  /** The image with the place selected. */
  public ImagePlace place() {
    return new ImagePlace(collection, image, slice, PlaceMark.pixels(x, y));
  }

  /** The image with all selected that the unit sees there. */
  public ImagePlace area() {
    return new ImagePlace(
        collection,
        image,
        slice,
        PlaceMark.area(new Rectangle(crop.x(), crop.y(), crop.width(), crop.height())));
  }
}
