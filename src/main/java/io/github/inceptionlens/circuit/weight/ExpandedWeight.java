package io.github.inceptionlens.circuit.weight;

import io.github.inceptionlens.core.Unit;

/**
 * The connection of a unit with one of another layer: what the unit above gets for each activation
 * of 1 of the unit below at a place around it, if all between them were linear.
 *
 * @param other the unit at the other end; of the layer {@code input} a channel of the network's
 *     input, of the logits a class
 * @param kernel how many places it has on a side, on the grid of the layer below
 * @param first the place of its first row and column there, counted from {@code stride} times the
 *     place of the unit above
 * @param stride how many places of the layer below lie from one place of that above to the next
 * @param values row-major, kernel x kernel, in units of the activation above by that below
 */
public record ExpandedWeight(Unit other, int kernel, int first, int stride, float[] values) {

  /** Refuses values that are no square. */
  public ExpandedWeight {
    if (values.length != kernel * kernel) {
      throw new IllegalArgumentException(values.length + " values of " + kernel + " x " + kernel);
    }
  }

  /** The root of the sum of squares over the places, by which connections are ranked. */
  public double norm() {
    double sum = 0;
    for (final float value : values) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }

  /** The sum over the places: what the unit above gets where the one below is 1 everywhere. */
  public double sum() {
    double sum = 0;
    for (final float value : values) {
      sum += value;
    }
    return sum;
  }
}
