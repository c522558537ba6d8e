package io.github.inceptionlens.atlas.cell;

import io.github.inceptionlens.core.Choices;
import java.util.Locale;

/** By what embedded vectors are divided into cells. */
public enum CellKind {
  /** By the squares of the map in which they lie. */
  GRID,
  /**
   * By their directions in the layer's own space (spherical k-means), which the map only places.
   */
  KMEANS;

  /** As users write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What a text names.
   *
   * @throws io.github.inceptionlens.core.UserError when it names none
   */
  public static CellKind of(final String text) {
    return Choices.named("cells", text, values(), CellKind::label);
  }
}
