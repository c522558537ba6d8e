package io.github.inceptionlens.activation.search;

import io.github.inceptionlens.collection.PictureId;
import java.util.Comparator;

/**
 * A place of a picture, or a picture as a whole, and what all units of a layer give there.
 *
 * @param priority which of more items are kept: those of least priority
 * @param picture on which it lies
 * @param place the index of the layer's position, row-major; 0 for a picture
 * @param x the column of the image at which the center of what the units see lies, in pixels; NaN
 *     for a picture
 * @param y the row of the same
 * @param odd whether it lies in an odd block of the picture, as on a checkerboard
 * @param moved a bit for each way in which the regions are moved as a whole: whether the place lies
 *     in one then
 * @param values one per unit, in units of the activation
 */
record DrawnItem(
    long priority,
    PictureId picture,
    int place,
    double x,
    double y,
    boolean odd,
    int moved,
    float[] values)
    implements Comparable<DrawnItem> {

  /** In so many ways regions or labels are permuted. */
  static final int PERMUTATIONS = 4;

  static final Comparator<DrawnItem> BY_PLACE =
      Comparator.comparing(DrawnItem::picture).thenComparingInt(DrawnItem::place);

  private static final Comparator<DrawnItem> ORDER =
      Comparator.comparingLong(DrawnItem::priority).thenComparing(BY_PLACE).reversed();

  /** The first in order is the first to give way. */
  @Override
  public int compareTo(final DrawnItem other) {
    return ORDER.compare(this, other);
  }
}
