package io.github.inceptionlens.command.browser.pictures;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.PictureRows;
import java.util.List;
import java.util.stream.Stream;

/** A picture made smaller without ever being in memory as a whole. */
final class Thumbnail {

  private static final int COLORS = 3;

  private Thumbnail() {}

  /**
   * A picture whose pixels are the means of squares of another one's.
   *
   * @param most pixels of the longer side, less than twice that where the picture is large
   */
  static Picture of(final PictureRows picture, final int most) {
    final int side = Math.max(1, Math.max(picture.width(), picture.height()) / most);
    if (side == 1) {
      return picture.rows(0, picture.height());
    }
    final int width = picture.width() / side;
    final int height = picture.height() / side;
    final List<float[]> planes =
        Stream.generate(() -> new float[width * height]).limit(COLORS).toList();
    for (int y = 0; y < height; y++) {
      final Picture rows = picture.rows(y * side, side);
      for (int color = 0; color < COLORS; color++) {
        means(rows.plane(color), rows.width(), side, planes.get(color), y * width, width);
      }
    }
    return new Picture(width, height, planes);
  }

  private static void means(
      final float[] rows,
      final int stride,
      final int side,
      final float[] means,
      final int start,
      final int width) {
    for (int x = 0; x < width; x++) {
      float sum = 0;
      for (int i = 0; i < side * side; i++) {
        sum += rows[i / side * stride + x * side + i % side];
      }
      means[start + x] = sum / (side * side);
    }
  }
}
