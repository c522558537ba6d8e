package io.github.inceptionlens.command.atlas.mosaic;

import java.util.List;

/**
 * Which grid of an atlas is shown at which magnification: the finest whose icons are still large
 * enough to be told.
 *
 * @param grids columns of each slice's grid, from the coarsest
 * @param width of the atlas in pixels
 */
record AtlasPyramid(List<Integer> grids, int width) {

  /** So many pixels of the screen an icon has at least. */
  private static final int LEAST = 48;

  /** The slice, from 1, at so many pixels of the screen for a pixel of the atlas. */
  int slice(final double magnification) {
    int slice = 1;
    while (slice < grids.size() && width * magnification / grids.get(slice) >= LEAST) {
      slice++;
    }
    return slice;
  }
}
