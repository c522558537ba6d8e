package io.github.inceptionlens.visualization.grid;

import io.github.inceptionlens.visualization.feature.VisualizationRequest;

/**
 * How an activation grid is made.
 *
 * @param steps how often every cell is changed, 1 to 100000
 * @param cell width and height of a cell in pixels, 8 to 256
 * @param scaled whether cells fade to gray as their vectors get shorter
 * @param groups how many groups lend the cells what they have in common; 0 for cells by themselves
 * @param seed what groups, first pictures and moves are drawn from
 */
public record GridRequest(int steps, int cell, boolean scaled, int groups, long seed) {

  /** 128 steps, cells of 42 pixels, six groups. */
  public static final GridRequest STANDARD = new GridRequest(128, 42, false, 6, 0);

  private static final int SMALLEST = 8;
  private static final int LARGEST = 256;
  private static final int MOST_GROUPS = 24;

  /** Refuses values out of range. */
  public GridRequest {
    VisualizationRequest.checkRange("cell", cell, SMALLEST, LARGEST);
    VisualizationRequest.checkRange("groups", groups, 0, MOST_GROUPS);
    VisualizationRequest.checkClimb(steps, STEP);
  }

  /** The step width of Adam, Lucid's. */
  static final double STEP = 0.05;

  /** The same with other steps. */
  public GridRequest steps(final int other) {
    return new GridRequest(other, cell, scaled, groups, seed);
  }

  /** The same with other cells. */
  public GridRequest cell(final int other) {
    return new GridRequest(steps, other, scaled, groups, seed);
  }

  /** The same with cells that fade, or not. */
  public GridRequest scaled(final boolean other) {
    return new GridRequest(steps, cell, other, groups, seed);
  }

  /** The same with another number of groups that lend. */
  GridRequest groups(final int other) {
    return new GridRequest(steps, cell, scaled, other, seed);
  }

  /** The same with another seed. */
  public GridRequest seed(final long other) {
    return new GridRequest(steps, cell, scaled, groups, other);
  }
}
