package io.github.inceptionlens.circuit.weight;

import io.github.inceptionlens.core.Unit;

/**
 * The connection of two units: what the upper one gets for each activation of 1 of the lower one at
 * a place around it, or by it.
 *
 * @param from the lower unit; of the layer {@code input} a channel of the network's input
 * @param to the upper unit; of the logits a class
 * @param span which places of the lower layer the values are of, down and across
 * @param values row-major, not flipped, so that a value further right is of a place further right
 */
public record WeightKernel(Unit from, Unit to, KernelSpan span, float[] values) {

  /** Refuses values that are no square. */
  public WeightKernel {
    if (values.length != span.area()) {
      throw new IllegalArgumentException(
          values.length + " values of " + span.size() + " x " + span.size());
    }
  }

  /** The Euclidean norm over the places, by which connections are ranked. */
  public double norm() {
    double sum = 0;
    for (final float value : values) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }

  /** The sum over the places: what the unit above gets where the one below is 1 everywhere. */
  public double sum() {
    return positive() + negative();
  }

  /** The sum of the values above 0. */
  public double positive() {
    double sum = 0;
    for (final float value : values) {
      sum += Math.max(0, value);
    }
    return sum;
  }

  /** The sum of the values below 0. */
  public double negative() {
    double sum = 0;
    for (final float value : values) {
      sum += Math.min(0, value);
    }
    return sum;
  }

  /**
   * Whether the unit below excites or inhibits the one above: from -1, all weights are below 0,
   * over 0, as much above as below, to 1, all are above.
   */
  public double balance() {
    final double all = positive() - negative();
    return all > 0 ? sum() / all : 0;
  }

  /** The value in the middle, which is of the place straight below the upper unit. */
  public float center() {
    return values[values.length / 2];
  }
}
