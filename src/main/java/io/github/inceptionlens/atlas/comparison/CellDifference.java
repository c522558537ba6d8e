package io.github.inceptionlens.atlas.comparison;

/**
 * How full a cell is on both sides.
 *
 * @param treated mean over the treated groups of the share of their vectors that lies in it, 0 to 1
 * @param control the same of the control groups
 * @param z their difference by the standard deviation that it has over all assignments of sides; 0
 *     where it has none
 * @param p with which chance a difference at least as large comes about where sides mean nothing
 * @param corrected with which chance any cell's z is as large then
 */
public record CellDifference(double treated, double control, double z, double p, double corrected) {

  /** By how much fuller it is in the treated groups, -1 to 1. */
  public double difference() {
    return treated - control;
  }
}
