package io.github.inceptionlens.core.geometry;

import io.github.inceptionlens.core.UserError;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Where the units of a layer lie on the image that the network sees, per axis.
 *
 * <p>Unit {@code (i, j)} looks at the box of {@code receptiveField} pixels whose center is the
 * pixel {@code offset + stride * i}; the part of it outside the image is padding.
 *
 * @param x the horizontal axis
 * @param y the vertical axis
 * @see <a href="https://distill.pub/2019/computing-receptive-fields/">Computing Receptive Fields of
 *     Convolutional Neural Networks</a>
 */
public record Geometry(Axis x, Axis y) {

  /**
   * One axis.
   *
   * @param input the image's length in pixels
   * @param size the layer's length in units
   * @param stride pixels from one unit's center to the next one's
   * @param offset the pixel index of the first unit's center
   * @param receptiveField the length in pixels of what a unit can see
   * @param smallest the shortest image on which the layer has a unit
   */
  public record Axis(
      int input, int size, int stride, double offset, int receptiveField, int smallest) {

    private static final double NEARLY = 1e-6;

    /** The pixel index of a unit's center. */
    public double center(final double unit) {
      return offset + stride * unit;
    }

    /** The (fractional) unit whose center is the given pixel index. */
    public double unit(final double pixel) {
      return (pixel - offset) / stride;
    }

    /** The unit whose center is nearest to the given pixel index. */
    public int nearest(final double pixel) {
      return (int) Math.max(0, Math.min(size - 1, Math.round(unit(pixel))));
    }

    private Axis within(
        final DoubleUnaryOperator toPicture, final DoubleUnaryOperator toRegion, final int length) {
      if (toPicture.applyAsDouble(-0.5) < NEARLY
          && toPicture.applyAsDouble(length - 0.5) > input - 1 - NEARLY) {
        return this;
      }
      final int[] inside =
          IntStream.range(0, size)
              .filter(
                  unit -> {
                    final long pixel = Math.round(toRegion.applyAsDouble(center(unit)));
                    return pixel >= 0 && pixel < length;
                  })
              .toArray();
      if (inside.length > 0) {
        return part(inside[0], inside.length);
      }
      return part(nearest(toPicture.applyAsDouble((length - 1) / 2.0)), 1);
    }

    private Axis part(final int first, final int count) {
      return new Axis(input, count, stride, center(first), receptiveField, smallest);
    }

    /** The first pixel index of a unit's receptive field, which may lie before the image. */
    public int first(final int unit) {
      return (int) Math.round(center(unit) - (receptiveField - 1) / 2.0);
    }

    /** The last pixel index of a unit's receptive field, which may lie beyond the image. */
    public int last(final int unit) {
      return first(unit) + receptiveField - 1;
    }
  }

  /**
   * The geometry of a layer on an image of the given size.
   *
   * @param width pixels
   * @param height pixels
   * @throws UserError when the image is too small for the layer
   */
  public static Geometry of(final Layer layer, final int width, final int height) {
    final int smallest = smallest(layer.windows());
    if (width < smallest || height < smallest) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the image is %d x %d pixels, but %s needs at least %d x %d: enlarge it (scale) or"
                  + " choose a lower layer",
              width,
              height,
              layer,
              smallest,
              smallest));
    }
    return new Geometry(
        axis(layer.windows(), width, smallest), axis(layer.windows(), height, smallest));
  }

  /**
   * The units whose centers lie in a region; the nearest one along an axis where none does, and all
   * where the region covers the picture.
   *
   * @param placement where the region lies on the picture
   */
  public Geometry within(final Placement placement) {
    return new Geometry(
        x.within(placement::networkX, placement::regionX, placement.width()),
        y.within(placement::networkY, placement::regionY, placement.height()));
  }

  /**
   * The units whose centers lie in a selection.
   *
   * @param selection of pixels of the picture
   * @return row-major over the layer; empty if there are none
   */
  public Optional<boolean[]> centersIn(final Selection selection) {
    final int columns = x.size();
    final boolean[] units = new boolean[columns * y.size()];
    boolean any = false;
    for (int i = 0; i < units.length; i++) {
      units[i] = selection.contains(x.center(i % columns), y.center(i / columns));
      any |= units[i];
    }
    return any ? Optional.of(units) : Optional.empty();
  }

  /** The shortest image side on which the layer has a unit. */
  public static int smallest(final Layer layer) {
    return smallest(layer.windows());
  }

  private static int smallest(final List<SlidingWindow> windows) {
    int length = 1;
    while (outputs(windows, length) < 1) {
      length++;
    }
    return length;
  }

  private static int outputs(final List<SlidingWindow> windows, final int input) {
    int size = input;
    for (final SlidingWindow window : windows) {
      size = window.outputs(size);
      if (size < 1) {
        return 0;
      }
    }
    return size;
  }

  private static Axis axis(final List<SlidingWindow> windows, final int input, final int smallest) {
    int size = input;
    int stride = 1;
    int first = 0;
    int field = 1;
    for (final SlidingWindow window : windows) {
      first -= window.before(size) * stride;
      field += (window.kernel() - 1) * stride;
      size = window.outputs(size);
      stride *= window.stride();
    }
    return new Axis(input, size, stride, first + (field - 1) / 2.0, field, smallest);
  }
}
