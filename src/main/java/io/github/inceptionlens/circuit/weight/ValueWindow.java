package io.github.inceptionlens.circuit.weight;

import io.github.inceptionlens.core.MapStack;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a lower layer that suffices to compute one unit of an upper layer as on the whole.
 *
 * @param x along the columns
 * @param y along the rows
 */
record ValueWindow(Part x, Part y) {

  /**
   * A part of an axis: it starts where windows of the rows between do, and ends at the border where
   * the kernel reaches beyond it, so that padding is where it is on the whole.
   *
   * @param start first place of the lower layer
   * @param length how many
   * @param unit the unit's place, counted in the part alone
   * @param kernel which place of the unit's kernel the part starts with
   */
  record Part(int start, int length, int unit, int kernel) {

    static Part of(final KernelSpan span, final int unit, final int size) {
      final int stride = span.stride();
      final int first = stride * unit + span.first();
      final int start = Math.max(0, Math.floorDiv(first, stride) * stride);
      final int left = size - first - span.size();
      final int end = size - Math.max(0, left / stride * stride);
      return new Part(start, end - start, unit - start / stride, start - first);
    }
  }

  /** Whether another window can be computed beside this one. */
  boolean isLike(final ValueWindow other) {
    return x.length == other.x.length && y.length == other.y.length;
  }

  /** The values in it. */
  MapStack cut(final MapStack whole) {
    final List<float[]> planes = new ArrayList<>();
    for (int channel = 0; channel < whole.planes(); channel++) {
      final float[] own = new float[x.length * y.length];
      for (int row = 0; row < y.length; row++) {
        System.arraycopy(
            whole.plane(channel),
            (y.start + row) * whole.width() + x.start,
            own,
            row * x.length,
            x.length);
      }
      planes.add(own);
    }
    return new MapStack(x.length, y.length, planes);
  }

  /**
   * Adds values in it to a kernel; those beyond the kernel are left out.
   *
   * @param values row-major
   * @param size places of the kernel on a side
   * @param sums where the kernel is
   * @param offset of the kernel there
   */
  void add(final float[] values, final int size, final double[] sums, final int offset) {
    for (int i = 0; i < values.length; i++) {
      final int column = i % x.length + x.kernel;
      final int row = i / x.length + y.kernel;
      if (column >= 0 && row >= 0 && column < size && row < size) {
        sums[offset + row * size + column] += values[i];
      }
    }
  }
}
