package io.github.inceptionlens.circuit.diagram;

import io.github.inceptionlens.circuit.weight.WeightKernel;
import io.github.inceptionlens.core.Unit;

/**
 * What goes into a unit past the entries of a dictionary that stands for the layer below.
 *
 * @param dictionary below the unit
 * @param kernel the mean effect of what the dictionary does not explain of the layer, the sum over
 *     the layer's channels, place by place; its lower unit is that row's first
 * @param share the size of its sum over the sum of the sizes of it and of the effects of all
 *     entries: 0 to 1
 */
public record ErrorEdge(String dictionary, WeightKernel kernel, double share) {

  /** The unit into which it goes. */
  public Unit to() {
    return kernel.to();
  }

  /** What the lower end is called, as in {@code mydict error}. */
  public String from() {
    return dictionary + " error";
  }
}
