package io.github.inceptionlens.circuit.trace;

import io.github.inceptionlens.circuit.node.NodeMeans;
import io.github.inceptionlens.core.Picture;
import java.util.Map;
import java.util.Optional;

/**
 * What a node is held at where it is no part of a circuit.
 *
 * @param kind of value
 * @param means one value per node, by name of the layer, of {@link Kind#MEAN}
 * @param picture of {@link Kind#COUNTERFACTUAL}, of the size of the picture that is traced
 */
public record TraceReference(Kind kind, Map<String, float[]> means, Optional<Picture> picture) {

  /** Kinds of values. */
  public enum Kind {
    /** Nothing. */
    ZERO,
    /** A node's mean over all places of the pictures of a collection. */
    MEAN,
    /** The node's value at the same place of another picture. */
    COUNTERFACTUAL
  }

  /** Copies the map. */
  public TraceReference {
    means = Map.copyOf(means);
  }

  /** Nothing. */
  public static TraceReference zero() {
    return new TraceReference(Kind.ZERO, Map.of(), Optional.empty());
  }

  /**
   * Means over a collection.
   *
   * @param means what {@link NodeMeans} gives
   */
  public static TraceReference means(final Map<String, float[]> means) {
    return new TraceReference(Kind.MEAN, means, Optional.empty());
  }

  /**
   * The values on another picture.
   *
   * @param picture width x height x 3, of the size of the picture that is traced
   */
  public static TraceReference counterfactual(final Picture picture) {
    return new TraceReference(Kind.COUNTERFACTUAL, Map.of(), Optional.of(picture));
  }
}
