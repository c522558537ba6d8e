package io.github.inceptionlens.activation.example;

import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.View;
import java.util.stream.Stream;
import net.imglib2.Interval;
import net.imglib2.util.ImgUtil;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * A place of a collection that shows what a unit responds to, or does not.
 *
 * @param picture which picture of the collection
 * @param label what the collection says that the picture shows; empty for nothing
 * @param value the unit's value there, as the unit is named
 * @param before the same before the rectifier, where there is one
 * @param x the column, in the view's region, of the center of what the unit sees there
 * @param y the row of the same
 * @param left the column of the image where the view's region begins
 * @param top the row of the same
 */
public record Example(
    PictureId picture,
    String label,
    double value,
    double before,
    double x,
    double y,
    int left,
    int top) {

  /** The column of the place in the image, in pixels. */
  public double imageX() {
    return left + x;
  }

  /** The row of the same. */
  public double imageY() {
    return top + y;
  }

  /**
   * A square around the place as large as what the unit sees, or as large as the picture allows,
   * moved into the picture.
   *
   * @param view the picture on which the example was found
   * @param field width and height in pixels of the layer's receptive field
   * @return values 0 to 255
   */
  public Picture square(final View view, final int field) {
    final int side = Math.min(field, Math.min(view.width(), view.height()));
    return window(view, side, side);
  }

  /**
   * What the unit sees at the place: a square around it, cut at the picture's borders.
   *
   * @param view the picture on which the example was found
   * @param field width and height in pixels of the layer's receptive field, {@code
   *     geometry.x().receptiveField()}
   * @return at most field x field, x 3, values 0 to 255
   */
  public Picture crop(final View view, final int field) {
    return cut(view, seen(view, field));
  }

  /**
   * Which part of the picture {@link #crop} shows.
   *
   * @return of width x height x 3
   */
  public Interval seen(final View view, final int field) {
    final int left = first(view.placement().networkX(x), field);
    final int top = first(view.placement().networkY(y), field);
    return Intervals.intersect(
        Intervals.createMinSize(0, 0, 0, view.width(), view.height(), 3),
        Intervals.createMinSize(left, top, 0, field, field, 3));
  }

  /**
   * A part of a picture.
   *
   * @param seen of width x height x 3, within the picture
   * @return values 0 to 255
   */
  public static Picture cut(final View view, final Interval seen) {
    final int width = (int) seen.dimension(0);
    final int height = (int) seen.dimension(1);
    final Picture rows = view.rows((int) seen.min(1), height);
    final Picture crop =
        new Picture(
            width, height, Stream.generate(() -> new float[width * height]).limit(3).toList());
    ImgUtil.copy(
        Views.interval(rows, Intervals.createMinSize(seen.min(0), 0, 0, width, height, 3)), crop);
    return crop;
  }

  /**
   * A window around the place, shifted into the picture where it would end beyond it: all windows
   * are of one size, and show the picture alone.
   *
   * @param view the picture on which the example was found, at least as large as the window
   * @return width x height, x 3, values 0 to 255
   */
  public Picture window(final View view, final int width, final int height) {
    return cut(view, around(view, width, height));
  }

  /**
   * Which part of the picture {@link #window} shows.
   *
   * @return of width x height x 3
   */
  public Interval around(final View view, final int width, final int height) {
    final int left =
        Math.max(0, Math.min(view.width() - width, first(view.placement().networkX(x), width)));
    final int top =
        Math.max(0, Math.min(view.height() - height, first(view.placement().networkY(y), height)));
    return Intervals.createMinSize(left, top, 0, width, height, 3);
  }

  private static int first(final double center, final int field) {
    return (int) Math.round(center - (field - 1) / 2.0);
  }
}
