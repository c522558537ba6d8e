package io.github.inceptionlens.core.geometry;

import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.UserError;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;

/** How a layer's map is laid on the pixels of the analyzed region. */
public enum Registration {

  /** Every unit's value at the center of what the unit sees, linear between, clamped outside. */
  ALIGNED("aligned") {
    @Override
    double unit(final Geometry.Axis axis, final double pixel) {
      return axis.unit(pixel);
    }
  },

  /**
   * The map enlarged to the network's picture, the look of the literature; it lies about half a
   * stride off the centers of the units.
   */
  RESIZED("resized") {
    @Override
    double unit(final Geometry.Axis axis, final double pixel) {
      return (pixel + 0.5) * axis.size() / axis.input() - 0.5;
    }
  },

  /**
   * As aligned, but cubic between the units, without the kinks that linear interpolation has, and
   * never beyond the map's own range.
   */
  SMOOTH("smooth") {
    @Override
    double unit(final Geometry.Axis axis, final double pixel) {
      return axis.unit(pixel);
    }

    @Override
    FilterWeights weights(final int units, final int length, final IntToDoubleFunction position) {
      return FilterWeights.cubic(units, length, position);
    }

    @Override
    float[] finished(final float[] registered, final float[] map) {
      return limited(registered, map);
    }
  },

  /** The layer's own grid, one pixel per unit whose center lies in the region. */
  NONE("none") {
    @Override
    double unit(final Geometry.Axis axis, final double pixel) {
      throw new IllegalStateException("the layer's grid is kept");
    }

    @Override
    public UnaryOperator<float[]> onto(final Geometry geometry, final Placement placement) {
      final Geometry part = geometry.within(placement);
      return part.equals(geometry) ? UnaryOperator.identity() : map -> cut(map, geometry, part);
    }

    @Override
    Resampling resampling(final Geometry geometry, final Placement placement) {
      final Geometry.Axis x = geometry.x();
      final Geometry.Axis y = geometry.y();
      return new Resampling(
          FilterWeights.linear(
              x.size(), placement.width(), i -> Math.rint(x.unit(placement.networkX(i)))),
          FilterWeights.linear(
              y.size(), placement.height(), i -> Math.rint(y.unit(placement.networkY(i)))));
    }

    @Override
    public int width(final Geometry geometry, final Placement placement) {
      return geometry.within(placement).x().size();
    }

    @Override
    public int height(final Geometry geometry, final Placement placement) {
      return geometry.within(placement).y().size();
    }
  };

  private final String label;

  /** Limits values to the range of others, in place. */
  private static float[] limited(final float[] values, final float[] range) {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (final float one : range) {
      least = Math.min(least, one);
      most = Math.max(most, one);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.min(Math.max(values[i], least), most);
    }
    return values;
  }

  private static float[] cut(final float[] map, final Geometry all, final Geometry part) {
    final int left = (int) Math.round(all.x().unit(part.x().center(0)));
    final int top = (int) Math.round(all.y().unit(part.y().center(0)));
    final int width = part.x().size();
    final float[] cut = new float[width * part.y().size()];
    for (int row = 0; row < part.y().size(); row++) {
      System.arraycopy(map, (top + row) * all.x().size() + left, cut, row * width, width);
    }
    return cut;
  }

  Registration(final String label) {
    this.label = label;
  }

  /** The name in dialogs and macros. */
  public String label() {
    return label;
  }

  /**
   * The registration with the given label, in any case.
   *
   * @throws UserError when there is none
   */
  public static Registration of(final String label) {
    return Choices.named("registration", label, values(), Registration::label);
  }

  /** The unit, along one axis, whose value belongs at a pixel of the network's picture. */
  abstract double unit(Geometry.Axis axis, double pixel);

  /** The width of a registered map. */
  public int width(final Geometry geometry, final Placement placement) {
    return placement.width();
  }

  /** The height of a registered map. */
  public int height(final Geometry geometry, final Placement placement) {
    return placement.height();
  }

  /**
   * What registers maps of one layer: prepared once, for as many maps as there are.
   *
   * @param geometry the layer's geometry on the network's picture
   * @param placement where the region lies on that picture
   * @return an operator from {@code geometry.x().size() * geometry.y().size()} values to {@code
   *     width * height} values
   */
  public UnaryOperator<float[]> onto(final Geometry geometry, final Placement placement) {
    return over(geometry, placement);
  }

  /** What makes the pixels of a region of the units. */
  Resampling resampling(final Geometry geometry, final Placement placement) {
    final Geometry.Axis x = geometry.x();
    final Geometry.Axis y = geometry.y();
    return new Resampling(
        weights(x.size(), placement.width(), i -> unit(x, placement.networkX(i))),
        weights(y.size(), placement.height(), i -> unit(y, placement.networkY(i))));
  }

  /** What becomes of the resampled values of a map; may be the same array. */
  float[] finished(final float[] registered, final float[] map) {
    return registered;
  }

  /** How units along one axis make the pixels. */
  FilterWeights weights(final int units, final int length, final IntToDoubleFunction position) {
    return FilterWeights.linear(units, length, position);
  }

  /**
   * What draws maps of one layer over the region: as {@link #onto}, but where the layer's own grid
   * is kept, every pixel has the value of the unit that is nearest to it.
   *
   * @return an operator to {@code placement.width() * placement.height()} values
   */
  public UnaryOperator<float[]> over(final Geometry geometry, final Placement placement) {
    final Rows rows = rows(geometry, placement);
    return map -> rows.of(map, 0, placement.height());
  }

  /** Draws some rows of maps of one layer. */
  @FunctionalInterface
  public interface Rows {

    /**
     * The values of some rows of the region, a new array.
     *
     * @param map on the layer's own grid
     * @param top the first row, from the region's upper border
     * @param count how many rows
     */
    float[] of(float[] map, int top, int count);
  }

  /** What draws as {@link #over} does, bit for bit, but some rows at a time. */
  public Rows rows(final Geometry geometry, final Placement placement) {
    final Resampling all = resampling(geometry, placement);
    return (map, top, count) -> finished(all.rows(top, count).apply(map), map);
  }

  /** One registered map; see {@link #onto}. */
  public float[] place(final float[] map, final Geometry geometry, final Placement placement) {
    return onto(geometry, placement).apply(map);
  }

  @Override
  public String toString() {
    return label;
  }
}
