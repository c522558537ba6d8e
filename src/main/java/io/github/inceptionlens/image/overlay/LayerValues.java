package io.github.inceptionlens.image.overlay;

import io.github.inceptionlens.core.MapStack;
import java.util.Arrays;

/**
 * Planes of values, each as large as an analyzed region, of which some rows are made at a time.
 *
 * @param planes how many
 * @param source makes the rows
 */
public record LayerValues(int planes, Source source) {

  /** Makes rows of values. */
  @FunctionalInterface
  public interface Source {

    /**
     * The values of some rows, a new array.
     *
     * @param plane from 0
     * @param top the first row, from the region's upper border
     * @param count how many rows
     * @return region width x {@code count}
     */
    float[] rows(int plane, int top, int count);
  }

  /** Values that are there. */
  public static LayerValues of(final MapStack maps) {
    final int width = maps.width();
    return new LayerValues(
        maps.planes(),
        (plane, top, count) ->
            Arrays.copyOfRange(maps.plane(plane), top * width, (top + count) * width));
  }
}
