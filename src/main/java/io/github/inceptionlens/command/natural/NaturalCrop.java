package io.github.inceptionlens.command.natural;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.inceptionlens.activation.example.Example;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.result.PictureStack;
import java.awt.Rectangle;
import net.imglib2.Interval;

/**
 * What a unit sees at a place of the user's own images, cut at the picture's borders.
 *
 * @param pixels width x height x 3, values 0 to 255
 * @param bounds the pixels of the image that it shows
 */
public record NaturalCrop(NaturalPlace place, Picture pixels, Rectangle bounds) {

  public NaturalCrop {
    bounds = new Rectangle(bounds);
  }

  private static final double HALF = 0.5;

  /**
   * Reads the picture again on which a place was found, and cuts the crop out.
   *
   * @param images those that were looked through
   * @param layer the unit's
   */
  static NaturalCrop of(
      final Example found, final ImageCollection<InputPicture> images, final Layer layer) {
    final InputPicture from = images.picture(found.picture());
    final Geometry geometry = Geometry.of(layer, from.view().width(), from.view().height());
    return of(found, from, geometry.x().receptiveField());
  }

  /**
   * Cuts the crop out of the picture on which the place was found.
   *
   * @param field width and height in pixels of what the unit sees
   */
  public static NaturalCrop of(final Example found, final InputPicture from, final int field) {
    final View view = from.view();
    return new NaturalCrop(
        NaturalPlace.of(found, from),
        found.crop(view, field),
        bounds(found.seen(view, field), from));
  }

  /**
   * What a unit sees at a place of an image.
   *
   * @param x column of the image, of the center of what the unit sees
   * @param y row of the same
   * @param field width and height in pixels of what the unit sees
   */
  public static NaturalCrop at(
      final InputPicture from, final double x, final double y, final int field) {
    final Example place =
        new Example(
            from.id(),
            from.label(),
            0,
            0,
            x - from.left(),
            y - from.top(),
            from.left(),
            from.top());
    return of(place, from, field);
  }

  /** As {@link #of}, but a window of a size of its own, which lies within the picture. */
  public static NaturalCrop window(
      final Example found,
      final ImageCollection<InputPicture> images,
      final int width,
      final int height) {
    final InputPicture from = images.picture(found.picture());
    final View view = from.view();
    return new NaturalCrop(
        NaturalPlace.of(found, from),
        found.window(view, width, height),
        bounds(found.around(view, width, height), from));
  }

  /**
   * The pixels in a square.
   *
   * @param side of the longer side in pixels
   */
  public ColorProcessor scaledTo(final int side) {
    final ColorProcessor crop = PictureStack.colors(pixels);
    final double scale = (double) side / Math.max(crop.getWidth(), crop.getHeight());
    crop.setInterpolationMethod(ImageProcessor.BILINEAR);
    return (ColorProcessor)
        crop.resize(
            (int) Math.max(1, Math.round(scale * crop.getWidth())),
            (int) Math.max(1, Math.round(scale * crop.getHeight())),
            true);
  }

  /** The pixels of the image under a part of the network's picture. */
  private static Rectangle bounds(final Interval part, final InputPicture from) {
    final Placement placement = from.view().placement();
    final Rectangle region = from.input().region();
    final int left = edge(placement.regionX(part.min(0) - HALF));
    final int top = edge(placement.regionY(part.min(1) - HALF));
    final int right = edge(placement.regionX(part.max(0) + HALF));
    final int bottom = edge(placement.regionY(part.max(1) + HALF));
    return new Rectangle(region.x + left, region.y + top, right - left, bottom - top)
        .intersection(from.input().image());
  }

  /** The border between pixels that is nearest to a place counted from their centers. */
  private static int edge(final double place) {
    return (int) Math.round(place + HALF);
  }
}
