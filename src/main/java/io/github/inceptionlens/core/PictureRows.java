package io.github.inceptionlens.core;

/**
 * A picture for a network whose rows are made when they are asked for, so that a large one is never
 * in memory as a whole: {@code width x height x 3} (red, green, blue), values 0 to 255.
 *
 * <pre>{@code
 * for (int top = 0; top < picture.height(); top += 256) {
 *   Picture band = picture.rows(top, Math.min(256, picture.height() - top));
 * }
 * }</pre>
 */
public interface PictureRows {

  /** The picture's width in pixels. */
  int width();

  /** The picture's height in pixels. */
  int height();

  /**
   * Some rows in their full width, bit for bit those of the whole picture; may be made anew at each
   * call. Rows that are asked for from the top down are made fastest.
   *
   * @param top the first row, from 0
   * @param count how many rows, at least 1
   * @return {@code width x count x 3}, where they lie on the whole picture's grid
   * @throws UserError when the image cannot be read, or the rows do not fit into memory
   * @throws IndexOutOfBoundsException when the picture has not so many rows
   */
  Picture rows(int top, int count);
}
