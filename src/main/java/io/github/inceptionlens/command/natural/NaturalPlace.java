package io.github.inceptionlens.command.natural;

import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.example.Example;
import io.github.inceptionlens.image.collection.InputPicture;

/**
 * A place of the user's own images.
 *
 * @param image the image's path in the collection, or its title
 * @param slice its slice, from 1
 * @param label names both
 * @param x calibrated column
 * @param y calibrated row
 * @param value a unit's response there
 */
public record NaturalPlace(
    String image, int slice, String label, double x, double y, double value) {

  /**
   * Where a place that was found lies.
   *
   * @param from the picture on which it was found
   */
  public static NaturalPlace of(final Example found, final InputPicture from) {
    return new NaturalPlace(
        from.id().image(),
        from.id().slice(),
        from.caption(),
        from.input().calibratedX(found.x()),
        from.input().calibratedY(found.y()),
        found.value());
  }

  /**
   * Adds where it is to a table's last row.
   *
   * @param prefix what stands before each heading
   */
  public void addTo(final ResultsTable table, final String prefix) {
    table.addValue(prefix + "Image", image);
    table.addValue(prefix + "Slice", slice);
    table.addValue(prefix + "X", x);
    table.addValue(prefix + "Y", y);
  }
}
