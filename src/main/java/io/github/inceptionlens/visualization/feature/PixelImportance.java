package io.github.inceptionlens.visualization.feature;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.visualization.parameterization.PictureFormat;
import java.util.ArrayList;
import java.util.List;

/** Where objectives depend on pictures: absolute derivatives, summed over colors and steps. */
final class PixelImportance {

  private static final double WHITE = 255;

  private final PictureFormat format;
  private final NDArray sums;

  /**
   * @param manager keeps the sums
   */
  PixelImportance(final NDManager manager, final PictureFormat format) {
    this.format = format;
    this.sums = manager.zeros(new Shape(format.pictures(), format.height(), format.width()));
  }

  /**
   * Adds those of a step.
   *
   * @param gradient [picture, 3, row, column], with respect to pixels from 0 to 1; used up and
   *     closed
   */
  void add(final NDArray gradient) {
    try (gradient;
        NDArray sizes = gradient.abs();
        NDArray sum = sizes.sum(new int[] {1})) {
      sums.addi(sum);
    }
  }

  /** Width x height x 1 per picture, for pixels from 0 to 255. */
  List<MapStack> maps() {
    final List<MapStack> maps = new ArrayList<>();
    for (int i = 0; i < format.pictures(); i++) {
      try (NDArray own = sums.get(new NDIndex("{}", i));
          NDArray scaled = own.div(WHITE)) {
        maps.add(new MapStack(format.width(), format.height(), List.of(scaled.toFloatArray())));
      }
    }
    return maps;
  }
}
