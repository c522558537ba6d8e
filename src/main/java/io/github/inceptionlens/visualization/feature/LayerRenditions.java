package io.github.inceptionlens.visualization.feature;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Provenance;
import java.util.List;

/**
 * A picture as layers have it.
 *
 * @param all layer by layer, at least one
 * @param interrupted whether the user stopped it; later layers are missing then, and the last one
 *     had fewer steps
 * @param provenance what was asked and what came of it
 */
public record LayerRenditions(List<Rendition> all, boolean interrupted, Provenance provenance) {

  /**
   * A picture as one layer has it.
   *
   * @param layer canonical name
   * @param picture width x height x 3, values 0 to 255
   * @param before the figure that the series tells, on the picture that it began with
   * @param after the same on this picture
   * @param steps how many steps were done
   */
  public record Rendition(String layer, Picture picture, double before, double after, int steps) {}

  /** Copies the list. */
  public LayerRenditions {
    all = List.copyOf(all);
  }

  /** The same with more provenance. */
  LayerRenditions with(final Provenance more) {
    return new LayerRenditions(all, interrupted, provenance.with(more));
  }
}
