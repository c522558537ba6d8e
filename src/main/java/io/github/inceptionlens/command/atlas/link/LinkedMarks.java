package io.github.inceptionlens.command.atlas.link;

import ij.ImagePlus;
import ij.gui.Roi;
import io.github.inceptionlens.image.overlay.PassingElements;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is marked on linked images while the pointer is somewhere; elements of the user stay as they
 * are. On the event thread.
 */
final class LinkedMarks {

  /** The color of lines. */
  static final Color LINE = new Color(0xffe000);

  private static final Color FILL = new Color(255, 224, 0, 72);
  private static final double THIN = 1.5;
  private static final double THICK = 4;

  private final Map<ImagePlus, PassingElements> marks = new HashMap<>();

  /** Marks areas on an image in place of those that were marked before. */
  void show(final ImagePlus image, final List<Roi> areas) {
    if (!areas.isEmpty()) {
      marks.computeIfAbsent(image, PassingElements::new).show(PassingElements.Kind.POINTER, areas);
    } else if (marks.containsKey(image)) {
      marks.remove(image).takeAway();
    }
  }

  /** The outlines of squares. */
  static List<Roi> squares(final ImagePlus picture, final List<Rectangle> squares) {
    final List<Roi> elements = new ArrayList<>();
    for (final Rectangle square : squares) {
      final Roi outline = new Roi(square);
      outline.setPosition(picture.getStackSize() > 1 ? picture.getCurrentSlice() : 0);
      elements.addAll(outlines(outline));
    }
    return elements;
  }

  /** An area as it is filled and outlined. */
  static List<Roi> filled(final Roi area) {
    final Roi filled = (Roi) area.clone();
    filled.setFillColor(FILL);
    final List<Roi> elements = new ArrayList<>(List.of(filled));
    elements.addAll(outlines(area));
    return elements;
  }

  /** A line that is seen on anything: yellow with black on both sides. */
  private static List<Roi> outlines(final Roi area) {
    return List.of(outline(area, Color.BLACK, THICK), outline(area, LINE, THIN));
  }

  private static Roi outline(final Roi area, final Color color, final double width) {
    final Roi outline = (Roi) area.clone();
    outline.setStrokeColor(color);
    outline.setStrokeWidth(width);
    return outline;
  }

  /** Forgets an image that was closed. */
  void forget(final ImagePlus image) {
    marks.remove(image);
  }

  /** Takes all marks away. */
  void takeAway() {
    marks.values().forEach(PassingElements::takeAway);
    marks.clear();
  }
}
