package io.github.inceptionlens.image.result;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.image.input.ImageInput;
import java.util.List;

/** Lays values of the network's picture on the pixels of the region that it was made from. */
public final class PictureOnRegion {

  private final Placement placement;
  private final int width;
  private final int height;

  /** For pictures of an input. */
  public PictureOnRegion(final ImageInput input) {
    placement = input.placement();
    width = input.networkWidth();
    height = input.networkHeight();
  }

  /**
   * One plane, linear between the picture's pixels.
   *
   * @param plane row-major, of the picture
   * @return row-major, of the region; NaN where the picture does not reach
   */
  public float[] of(final float[] plane) {
    final float[] values = new float[placement.width() * placement.height()];
    for (int i = 0; i < values.length; i++) {
      final double x = placement.networkX(i % placement.width());
      final double y = placement.networkY(i / placement.width());
      values[i] = value(plane, x, y);
    }
    return values;
  }

  /** Several planes, as {@link #of}. */
  public MapStack stack(final List<float[]> planes) {
    return new MapStack(
        placement.width(), placement.height(), planes.stream().map(this::of).toList());
  }

  private float value(final float[] plane, final double x, final double y) {
    if (!(x >= -0.5 && y >= -0.5 && x < width - 0.5 && y < height - 0.5)) {
      return Float.NaN;
    }
    final double column = Math.min(Math.max(x, 0), width - 1.0);
    final double row = Math.min(Math.max(y, 0), height - 1.0);
    final int left = (int) column;
    final int top = (int) row;
    final double above = between(plane, top * width, left, column - left);
    final double below = between(plane, Math.min(top + 1, height - 1) * width, left, column - left);
    return (float) (above + (row - top) * (below - above));
  }

  private double between(final float[] plane, final int start, final int left, final double part) {
    final float here = plane[start + left];
    return here + part * (plane[start + Math.min(left + 1, width - 1)] - here);
  }
}
