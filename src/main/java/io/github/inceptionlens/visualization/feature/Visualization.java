package io.github.inceptionlens.visualization.feature;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.target.Target;
import java.util.List;

/**
 * Pictures on which an objective became large.
 *
 * @param frames facet by facet the snapshots and, last, what came out
 * @param courses per facet what was raised, step by step, on the moved picture, with the weight of
 *     diversity
 * @param importance per facet where the objective depended on the picture while it was made: width
 *     x height x 1, the absolute change of what was raised per step of the 0-255 pixel scale,
 *     summed over colors and steps, by redirected rectifiers where they were (the transparency of
 *     Fel et al. 2023)
 * @param steps how many steps were done
 * @param interrupted whether the user stopped it; a request for as many steps as were done makes
 *     the same pictures
 * @param provenance what was asked and what came of it
 */
public record Visualization(
    Target objective,
    List<Frame> frames,
    List<float[]> courses,
    List<MapStack> importance,
    int steps,
    boolean interrupted,
    Provenance provenance)
    implements VisualizationResult {

  /**
   * A picture.
   *
   * @param facet which facet it is of, from 0
   * @param step after how many steps
   * @param picture width x height x 3 (red, green, blue), or 4 with the cover, values 0 to 255
   * @param value the objective on the picture as it is, without diversity; with transparency over
   *     gray
   */
  public record Frame(int facet, int step, Picture picture, double value) {}

  /** Copies the lists. */
  public Visualization {
    frames = List.copyOf(frames);
    courses = List.copyOf(courses);
    importance = List.copyOf(importance);
  }

  /** What came out, facet by facet. */
  public List<Frame> results() {
    return frames.stream().filter(frame -> frame.step() == steps).toList();
  }
}
