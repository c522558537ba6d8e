package io.github.inceptionlens.command.tuning;

import ij.ImagePlus;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.result.TurnedPicture;
import java.awt.Rectangle;
import java.util.Locale;
import java.util.stream.IntStream;

/** A square of an image, turned about the center of what the unit in its middle sees. */
public record TurnedView(TurnedPicture crop, Size size, double angle) implements View {

  /**
   * How large the squares are.
   *
   * @param side width and height in pixels
   * @param pivot the column and row of the place about which they are turned
   */
  public record Size(int side, double pivot, Layer layer) {

    private static final int GRID = 32;

    /** A square that holds all that a unit in its middle sees. */
    static Size of(final Layer layer) {
      return of(layer, Integer.MAX_VALUE);
    }

    /**
     * The same, but not larger than need be for a side of so many pixels.
     *
     * @param most pixels, more than which a unit in the middle may see
     */
    public static Size of(final Layer layer, final int most) {
      int side = GRID;
      while (side < Geometry.smallest(layer)) {
        side += GRID;
      }
      Geometry.Axis axis = Geometry.of(layer, side, side).x();
      while (side < most && (axis.first(middle(axis)) < 0 || axis.last(middle(axis)) >= side)) {
        side += GRID;
        axis = Geometry.of(layer, side, side).x();
      }
      return new Size(side, axis.center(middle(axis)), layer);
    }

    private static int middle(final Geometry.Axis axis) {
      return axis.nearest((axis.input() - 1) / 2.0);
    }

    /** The pixel in the middle. */
    int middle() {
      return (int) Math.round(pivot);
    }
  }

  /**
   * What is turned: a place of an image with its surroundings.
   *
   * @param slice the slice of the image, where all are asked for
   * @param x the column of the place, from 0 at the center of the first one
   * @param y the row of the same
   * @throws UserError when the place is not in the image
   */
  static TurnedPicture crop(
      final ImagePlus image,
      final InputRequest request,
      final int slice,
      final double x,
      final double y,
      final Size size) {
    final int reach = size.side();
    final Rectangle around =
        new Rectangle((int) x - reach, (int) y - reach, 2 * reach + 1, 2 * reach + 1)
            .intersection(new Rectangle(image.getWidth(), image.getHeight()));
    if (around.isEmpty()) {
      throw new UserError(
          String.format(Locale.ROOT, "\"%s\" has no pixel at %.0f, %.0f", image.getTitle(), x, y));
    }
    final ImageInput input = ImageInput.at(image, around, request, size.layer());
    final int frame =
        IntStream.range(0, input.frames().size())
            .filter(i -> !request.stack() || input.frames().get(i).slice() == slice)
            .findFirst()
            .orElseThrow(
                () ->
                    new UserError(
                        String.format(
                            Locale.ROOT, "\"%s\" has no slice %d", image.getTitle(), slice)));
    final Picture seen = input.frames().get(frame).picture();
    final Placement placement = input.placement();
    return new TurnedPicture(
        seen,
        placement.networkX(x - around.x),
        placement.networkY(y - around.y),
        mean(seen.plane(0)),
        mean(seen.plane(1)),
        mean(seen.plane(2)));
  }

  private static float mean(final float[] values) {
    double sum = 0;
    for (final float value : values) {
      sum += value;
    }
    return (float) (sum / values.length);
  }

  @Override
  public Picture picture() {
    return crop.of(angle, 1, size.side(), size.pivot(), size.pivot());
  }

  @Override
  public int width() {
    return size.side();
  }

  @Override
  public int height() {
    return size.side();
  }

  @Override
  public Placement placement() {
    return Placement.identity(size.side(), size.side());
  }

  @Override
  public boolean contains(final int x, final int y) {
    return true;
  }
}
