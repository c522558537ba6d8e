package io.github.inceptionlens.command.report.sheet;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * A unit's receptive field, drawn to scale on a picture.
 *
 * @param pixels the picture
 * @param field the receptive field in pixels of the picture, which may end beyond it
 * @param bar a length to compare with, where pixels have one
 * @param lines what it shows, in words
 */
public record FieldExample(
    BufferedImage pixels, Rectangle2D field, Optional<ScaleBar> bar, List<String> lines) {

  /**
   * A length to compare with.
   *
   * @param length in pixels of the picture
   * @param text in words
   */
  public record ScaleBar(double length, String text) {}

  /** Copies the lines. */
  public FieldExample {
    lines = List.copyOf(lines);
  }
}
