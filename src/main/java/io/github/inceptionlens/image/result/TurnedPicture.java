package io.github.inceptionlens.image.result;

import ij.process.FloatProcessor;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.Turn;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture turned and scaled about one of its places, by ImageJ's bicubic interpolation; a quarter
 * of a turn moves whole pixels.
 */
public final class TurnedPicture {

  private static final double HALF = 0.5;

  private final Picture source;
  private final List<FloatProcessor> planes = new ArrayList<>();
  private final double x;
  private final double y;
  private final float[] ground;

  /**
   * @param source any number of planes, values 0 to 255
   * @param x the column that stays in place, 0 for the center of the first one
   * @param y the row of the same
   * @param ground what each plane is where the source shows nothing
   */
  public TurnedPicture(
      final Picture source, final double x, final double y, final float... ground) {
    this.source = source;
    this.x = x;
    this.y = y;
    this.ground = ground.clone();
    for (final float[] plane : source.arrays()) {
      planes.add(new FloatProcessor(source.width(), source.height(), plane));
    }
  }

  /**
   * The turned picture.
   *
   * @param degrees counterclockwise
   * @param scale above 0
   * @param side width and height of the result
   * @param left the column of the result at which the place lies that stays
   * @param top its row
   */
  public Picture of(
      final double degrees,
      final double scale,
      final int side,
      final double left,
      final double top) {
    final Turn turn = Turn.by(degrees);
    final int cuts = (int) Math.max(1, Math.ceil(1 / scale));
    final List<float[]> turned = new ArrayList<>();
    for (int plane = 0; plane < planes.size(); plane++) {
      final float[] values = new float[side * side];
      for (int i = 0; i < values.length; i++) {
        double sum = 0;
        for (int cut = 0; cut < cuts * cuts; cut++) {
          final double right = (i % side - left + offset(cut % cuts, cuts)) / scale;
          final double up = (top - i / side - offset(cut / cuts, cuts)) / scale;
          sum += at(plane, x + turn.backX(right, up), y - turn.backY(right, up));
        }
        values[i] = (float) (sum / (cuts * cuts));
      }
      turned.add(values);
    }
    return new Picture(side, side, turned);
  }

  /** Where a part of a pixel lies from the pixel's center. */
  private static double offset(final int index, final int cuts) {
    return (index + HALF) / cuts - HALF;
  }

  private double at(final int plane, final double column, final double row) {
    final boolean seen =
        column > -HALF
            && row > -HALF
            && column < source.width() - HALF
            && row < source.height() - HALF;
    if (!seen) {
      return ground[plane];
    }
    if (column == Math.rint(column) && row == Math.rint(row)) {
      return source.plane(plane)[(int) row * source.width() + (int) column];
    }
    final FloatProcessor pixels = planes.get(plane);
    return Math.max(
        0, Math.min(Picture.WHITE, pixels.getBicubicInterpolatedPixel(column, row, pixels)));
  }
}
