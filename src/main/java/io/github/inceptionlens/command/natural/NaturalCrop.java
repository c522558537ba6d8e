package io.github.inceptionlens.command.natural;

import io.github.inceptionlens.activation.DatasetExamples.Example;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.collection.InputPicture;

/**
 * What a unit sees at a place of the user's own images, cut at the picture's borders.
 *
 * @param pixels width x height x 3, values 0 to 255
 */
public record NaturalCrop(NaturalPlace place, Picture pixels) {

  /**
   * Reads the picture again on which a place was found, and cuts the crop out.
   *
   * @param images those that were looked through
   * @param layer the unit's
   */
  static NaturalCrop of(
      final Example found, final ImageCollection<InputPicture> images, final Layer layer) {
    final InputPicture from = images.picture(found.picture());
    final View view = from.view();
    final Geometry geometry = Geometry.of(layer, view.width(), view.height());
    return new NaturalCrop(place(found, from), found.crop(view, geometry.x().receptiveField()));
  }

  /** As {@link #of}, but a window of a size of its own, which lies within the picture. */
  public static NaturalCrop window(
      final Example found,
      final ImageCollection<InputPicture> images,
      final int width,
      final int height) {
    final InputPicture from = images.picture(found.picture());
    return new NaturalCrop(place(found, from), found.window(from.view(), width, height));
  }

  private static NaturalPlace place(final Example found, final InputPicture from) {
    return new NaturalPlace(
        from.id().image(),
        from.id().slice(),
        from.caption(),
        from.input().calibratedX(found.x()),
        from.input().calibratedY(found.y()),
        found.value());
  }
}
