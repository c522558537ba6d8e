package io.github.inceptionlens.command.family;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.result.TurnedPicture;

/**
 * A round part of a picture, about a place.
 *
 * @param source the whole picture
 * @param x the column of the place on it
 * @param y the row of the same
 * @param radius in pixels
 */
record DiscPlace(View source, double x, double y, double radius) {

  /**
   * The picture around the place, to be turned about it.
   *
   * @param crop to turn
   * @param ground the mean color of the place's surroundings
   */
  record Crop(TurnedPicture crop, float[] ground) {}

  /** Reads no more rows than the disc has. */
  Crop crop() {
    final int top = (int) Math.max(0, Math.floor(y - radius) - 2);
    final int bottom = (int) Math.min(source.height() - 1, Math.ceil(y + radius) + 2);
    final Picture rows = source.rows(top, bottom - top + 1);
    final float[] ground = new float[3];
    for (int plane = 0; plane < ground.length; plane++) {
      ground[plane] = mean(rows, rows.plane(plane));
    }
    return new Crop(new TurnedPicture(rows, x, y - top, ground), ground);
  }

  private float mean(final Picture rows, final float[] plane) {
    final int left = (int) Math.max(0, Math.floor(x - radius));
    final int right = (int) Math.min(rows.width() - 1, Math.ceil(x + radius));
    double sum = 0;
    for (int row = 0; row < rows.height(); row++) {
      for (int column = left; column <= right; column++) {
        sum += plane[row * rows.width() + column];
      }
    }
    return (float) (sum / rows.height() / (right - left + 1));
  }
}
