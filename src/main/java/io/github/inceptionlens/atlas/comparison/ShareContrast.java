package io.github.inceptionlens.atlas.comparison;

import java.util.Arrays;
import java.util.List;

/**
 * The difference between both sides' mean shares of every cell, for any assignment of sides: of
 * each block the difference of its means, and of several blocks the mean by their weights.
 */
final class ShareContrast {

  private static final double NOTHING = 1e-12;

  private final GroupDesign design;
  private final int[][] cells;
  private final double[][] shares;
  private final double[] ofTreated;
  private final double[] ofControl;
  private final double[] deviations;

  /**
   * @param count how many cells
   */
  ShareContrast(final GroupDesign design, final int count) {
    this.design = design;
    final List<GroupPart> parts = design.parts();
    cells = new int[parts.size()][];
    shares = new double[parts.size()][];
    for (int i = 0; i < cells.length; i++) {
      final GroupPart part = parts.get(i);
      cells[i] = part.counts().keySet().stream().mapToInt(cell -> cell).sorted().toArray();
      shares[i] = Arrays.stream(cells[i]).mapToDouble(part::share).toArray();
    }
    ofTreated = new double[parts.size()];
    ofControl = new double[parts.size()];
    weigh();
    deviations = deviations(count);
  }

  private double weights() {
    return design.blocks().stream().mapToDouble(GroupBlock::weight).sum();
  }

  private void weigh() {
    for (final GroupBlock block : design.blocks()) {
      final double weight = block.weight() / weights();
      for (final int part : block.parts()) {
        ofTreated[part] = weight / block.treated();
        ofControl[part] = weight / block.control();
      }
    }
  }

  /** Over all assignments. */
  private double[] deviations(final int count) {
    final double[] squares = new double[count];
    for (final GroupBlock block : design.blocks()) {
      final int size = block.parts().size();
      final double[] sum = new double[count];
      final double[] square = new double[count];
      for (final int part : block.parts()) {
        for (int k = 0; k < cells[part].length; k++) {
          sum[cells[part][k]] += shares[part][k];
          square[cells[part][k]] += shares[part][k] * shares[part][k];
        }
      }
      for (int cell = 0; cell < count; cell++) {
        final double variance = (square[cell] - sum[cell] * sum[cell] / size) / (size - 1);
        squares[cell] += block.weight() * Math.max(0, variance);
      }
    }
    final double all = weights();
    return Arrays.stream(squares).map(Math::sqrt).map(one -> one / all).toArray();
  }

  /** The differences by their standard deviations. */
  double[] standardized(final boolean[] treated) {
    final double[] z = new double[deviations.length];
    for (int part = 0; part < cells.length; part++) {
      final double weight = treated[part] ? ofTreated[part] : -ofControl[part];
      for (int k = 0; k < cells[part].length; k++) {
        z[cells[part][k]] += weight * shares[part][k];
      }
    }
    for (int cell = 0; cell < z.length; cell++) {
      z[cell] = deviations[cell] > NOTHING ? z[cell] / deviations[cell] : 0;
    }
    return z;
  }

  /** The mean shares of one side, as it is. */
  double[] means(final boolean treated) {
    final double[] means = new double[deviations.length];
    final boolean[] observed = design.observed();
    for (int part = 0; part < cells.length; part++) {
      final double weight = treated ? ofTreated[part] : ofControl[part];
      for (int k = 0; k < cells[part].length && observed[part] == treated; k++) {
        means[cells[part][k]] += weight * shares[part][k];
      }
    }
    return means;
  }
}
