package io.github.inceptionlens.command.report.sheet;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Pictures that were made of a unit.
 *
 * @param title what they are
 * @param note how they were made, or why there are none
 * @param pictures the main one, and where the unit has two sides the other; without lines where it
 *     has one
 * @param facets further ones of the first
 */
public record Portraits(
    String title, String note, List<Tile> pictures, List<BufferedImage> facets) {

  /** Copies the lists. */
  public Portraits {
    pictures = List.copyOf(pictures);
    facets = List.copyOf(facets);
  }
}
