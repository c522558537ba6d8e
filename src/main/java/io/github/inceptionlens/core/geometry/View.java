package io.github.inceptionlens.core.geometry;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.PictureRows;

/**
 * A picture to look at through the network, made when it is needed, and how it lies on the region
 * of the user's image from which it was made.
 */
public interface View extends PictureRows {

  /** Width x height x 3 (red, green, blue), values 0 to 255, as the network sees it. */
  Picture picture();

  @Override
  default Picture rows(final int top, final int count) {
    return picture().rows(top, count);
  }

  /** How the region's pixels lie on the picture. */
  Placement placement();

  /**
   * Whether the user's selection holds a pixel of the region.
   *
   * @param x column, from the region's left border
   * @param y row, from the region's upper border
   */
  boolean contains(int x, int y);

  /** All of a picture, on itself. */
  static View of(final Picture picture) {
    return new WholePicture(picture);
  }
}
