package io.github.inceptionlens.circuit.trace;

import io.github.inceptionlens.circuit.node.TraceNodes;
import io.github.inceptionlens.core.Picture;

/**
 * What is to be traced.
 *
 * @param picture width x height x 3, values 0 to 255
 * @param answer the number that is explained
 * @param nodes what explains it
 * @param reference what nodes are held at that are left out
 * @param steps at how many points of the way from the reference to the picture gradients are
 *     integrated, at least 1
 */
public record TraceRequest(
    Picture picture, TracedAnswer answer, TraceNodes nodes, TraceReference reference, int steps) {

  /** The field's number of steps. */
  public static final int STEPS = 10;

  /** Refuses no steps. */
  public TraceRequest {
    if (steps < 1) {
      throw new IllegalArgumentException(steps + " steps");
    }
  }
}
