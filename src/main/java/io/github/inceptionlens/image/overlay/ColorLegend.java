package io.github.inceptionlens.image.overlay;

import ij.gui.Roi;
import ij.gui.TextRoi;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/** A list that tells which color is which group, in a corner of an image. */
final class ColorLegend {

  private final Rectangle image;
  private final List<GroupLayer.Group> groups;
  private final List<Roi> texts;
  private final int gap;
  private final int line;
  private final Dimension size;

  /**
   * @param image what the legend stands in
   */
  ColorLegend(final List<GroupLayer.Group> groups, final Rectangle image) {
    this.image = image;
    this.groups = groups;
    final int fontSize = ColorBar.fontSize(image);
    final Font font = new Font(Font.SANS_SERIF, Font.PLAIN, fontSize);
    gap = Math.max(2, fontSize / 3);
    line = fontSize + gap;
    texts = groups.stream().map(group -> ColorBar.text(group.name(), font)).toList();
    final int words = texts.stream().mapToInt(text -> text.getBounds().width).max().orElse(0);
    size = new Dimension(line + words + 2 * gap, groups.size() * line + 2 * gap);
  }

  /** Whether the legend leaves most of the image free. */
  boolean hasRoom() {
    return ColorBar.hasRoom(size, image);
  }

  /** Where the legend may stand: the image's corners, the upper right one first. */
  List<Rectangle> places() {
    return ColorBar.corners(size, gap, image);
  }

  /** The legend's elements at one of its places, from the ground up. */
  List<Roi> elements(final Rectangle place) {
    final List<Roi> elements = new ArrayList<>();
    elements.add(ColorBar.ground(place));
    for (int i = 0; i < groups.size(); i++) {
      final int top = place.y + gap + i * line;
      final Roi patch = new Roi(place.x + gap, top + gap / 2, line - gap, line - gap);
      patch.setFillColor(groups.get(i).color());
      elements.add(patch);
      final TextRoi text = (TextRoi) texts.get(i).clone();
      text.setLocation(place.x + gap + line, top + (line - text.getBounds().height) / 2);
      text.setStrokeColor(Color.WHITE);
      elements.add(text);
    }
    return elements;
  }
}
