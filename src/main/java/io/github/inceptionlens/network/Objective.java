package io.github.inceptionlens.network;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;

/**
 * A scalar that is computed from places of the network and can be differentiated.
 *
 * @param names the places it reads, canonical names or aliases
 * @param value from the places' values, by canonical name, to a single number
 */
public record Objective(List<String> names, Value value) {

  /** Computes the scalar. */
  @FunctionalInterface
  public interface Value {
    /** From [1, channel, row, column] or [1, class] arrays to an array of one element. */
    NDArray of(Map<String, NDArray> values);
  }

  /** The logit of a class. */
  public static Objective logit(final int index) {
    return new Objective(
        List.of(Architecture.LOGITS), values -> values.get(Architecture.LOGITS).get(0).get(index));
  }

  /**
   * The value of one unit at one position.
   *
   * @param layer canonical name
   */
  public static Objective neuron(
      final String layer, final int channel, final int column, final int row) {
    return new Objective(List.of(layer), values -> values.get(layer).get(0, channel, row, column));
  }
}
