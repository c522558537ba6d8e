package io.github.inceptionlens.activation.measure;

import io.github.inceptionlens.collection.PictureId;
import java.util.List;

/**
 * How units respond to one region.
 *
 * @param picture the picture on which it lies
 * @param label what the collection says that the picture shows; empty for nothing
 * @param index which of the picture's regions it is, from 0
 * @param region its name
 * @param x the column of its centroid, in the image's unit; NaN without pixels
 * @param y the row of the same
 * @param area in the image's unit squared
 * @param values one per unit, in units of the activation; NaN without pixels
 */
public record RegionRow(
    PictureId picture,
    String label,
    int index,
    String region,
    double x,
    double y,
    double area,
    float[] values) {

  /** The same with some of the values. */
  RegionRow with(final List<Integer> units) {
    final float[] some = new float[units.size()];
    for (int i = 0; i < some.length; i++) {
      some[i] = values[units.get(i)];
    }
    return new RegionRow(picture, label, index, region, x, y, area, some);
  }
}
