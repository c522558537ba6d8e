package io.github.inceptionlens.image.input;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.PixelGrid;
import io.github.inceptionlens.core.geometry.Resampling;
import io.github.inceptionlens.image.display.ImageColors;
import io.github.inceptionlens.image.display.SourcePixels;
import java.util.List;

/** One picture for the network: a slice of the image, or a merged set of channels. */
public final class Frame {

  private final int slice;
  private final int[] position;
  private final String label;
  private final SourcePixels pixels;
  private final ImageColors colors;
  private final Sizing sizing;
  private final PixelGrid grid;

  Frame(
      final int slice,
      final int[] position,
      final String label,
      final SourcePixels pixels,
      final ImageColors colors,
      final Sizing sizing,
      final PixelGrid grid) {
    this.slice = slice;
    this.position = position.clone();
    this.label = label;
    this.pixels = pixels;
    this.colors = colors;
    this.sizing = sizing;
    this.grid = grid;
  }

  /** The slice's index in the image's stack, from 1. */
  public int slice() {
    return slice;
  }

  /** The channel, from 1; the current one where channels are merged. */
  public int c() {
    return position[0];
  }

  /** The depth, from 1. */
  public int z() {
    return position[1];
  }

  /** The time point, from 1. */
  public int t() {
    return position[2];
  }

  /** The slice's label, or its position where it has none: short, for tables and slice labels. */
  public String label() {
    return label;
  }

  /**
   * The picture as the network sees it, read and made anew at every call.
   *
   * @return width x height x 3 planes (red, green, blue) with values 0 to 255
   * @throws io.github.inceptionlens.core.UserError when the slice cannot be read, holds NaN or
   *     infinities, or the picture does not fit into memory
   */
  public Picture picture() {
    HeapCheck.require(sizing.bytes(), "the network's picture", "select a smaller region or scale");
    final float[][] planes = colors.planes(pixels, slice);
    final Resampling resampling = sizing.resampling();
    final float[] red = resampling.apply(planes[0]);
    return new Picture(
            resampling.width(),
            resampling.height(),
            List.of(red, resized(planes, 1, red, resampling), resized(planes, 2, red, resampling)))
        .on(grid);
  }

  private static float[] resized(
      final float[][] planes, final int index, final float[] red, final Resampling resampling) {
    return planes[index] == planes[0] ? red.clone() : resampling.apply(planes[index]);
  }
}
