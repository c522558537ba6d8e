package io.github.inceptionlens.visualization.grid;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.dictionary.NonNegativeFactors;
import java.util.Locale;

/** Which groups of channels the cells of a grid have in common, and how much of each. */
final class CellGroups {

  private CellGroups() {}

  /**
   * Divides the cells' vectors into non-negative factors; what is below 0 is left out.
   *
   * @param count how many groups, at least 1
   * @param seed what the search starts from
   * @return [cell, group], 0 to 1: the strength of each group as a part of the cell's strongest
   * @throws UserError when nothing fires in any cell
   */
  static float[][] weights(
      final GridCells cells, final int count, final long seed, final Progress progress) {
    final int channels = cells.layer().channels();
    final float[] rows = new float[cells.count() * channels];
    boolean fires = false;
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Math.max(0, cells.vectors()[i / channels][i % channels]);
      fires |= rows[i] > 0;
    }
    if (!fires) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "nothing fires in %s here, so that there is nothing to show: choose another layer or"
                  + " image",
              cells.layer()));
    }
    return weights(NonNegativeFactors.of(rows, channels, count, seed, progress));
  }

  private static float[][] weights(final NonNegativeFactors factors) {
    final int count = factors.count();
    final float[][] weights = new float[factors.rows()][count];
    for (int cell = 0; cell < weights.length; cell++) {
      float most = 0;
      for (int group = 0; group < count; group++) {
        weights[cell][group] = factors.strengths()[cell * count + group];
        most = Math.max(most, weights[cell][group]);
      }
      for (int group = 0; group < count && most > 0; group++) {
        weights[cell][group] /= most;
      }
    }
    return weights;
  }
}
