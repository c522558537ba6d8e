package io.github.inceptionlens.visualization.feature;

import io.github.inceptionlens.core.target.Target;

/** What became of a target: a visualization, or the reason why there is none. */
public sealed interface VisualizationResult permits Visualization, VisualizationResult.Failure {

  /** The objective with canonical names, units where they were read. */
  Target objective();

  /**
   * A target of which no picture tells anything.
   *
   * @param sentence why, and what can be done
   */
  record Failure(Target objective, String sentence) implements VisualizationResult {}
}
