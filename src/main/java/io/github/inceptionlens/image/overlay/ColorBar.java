package io.github.inceptionlens.image.overlay;

import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import io.github.inceptionlens.image.display.ValueLimits;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Point;
import java.awt.Rectangle;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A bar that tells which color is which value, in a corner of an image. */
final class ColorBar {

  private static final Color GROUND = new Color(0, 0, 0, 170);
  private static final int SMALLEST_FONT = 7;
  private static final int LINES = 5;

  private final LayerColors colors;
  private final Rectangle image;
  private final List<Roi> texts;
  private final Font font;
  private final int gap;
  private final int line;
  private final int head;
  private final Dimension ramp;
  private final Dimension size;

  /**
   * @param title what the values are of
   * @param image what the bar stands in
   */
  ColorBar(final LayerColors colors, final String title, final Rectangle image) {
    this.colors = colors;
    this.image = image;
    final int fontSize = fontSize(image);
    font = new Font(Font.SANS_SERIF, Font.PLAIN, fontSize);
    gap = Math.max(2, fontSize / 3);
    line = fontSize + gap;
    texts = texts(lines(title));
    head = texts.get(0).getBounds().height;
    final int room = image.height - head - 6 * gap;
    ramp = new Dimension(fontSize, Math.min(LINES * line, Math.max(line, room)));
    final int numbers = texts.stream().skip(1).mapToInt(ColorBar::width).max().orElse(0);
    final int inner = Math.max(width(texts.get(0)), ramp.width + gap + numbers);
    size = new Dimension(inner + 2 * gap, head + ramp.height + 4 * gap);
  }

  /** The size of letters on an image. */
  static int fontSize(final Rectangle image) {
    return Math.max(SMALLEST_FONT, Math.round(Math.min(image.width, image.height) / 26f));
  }

  /** Whether the bar leaves most of the image free. */
  boolean hasRoom() {
    return hasRoom(size, image);
  }

  /** Whether something of a size leaves most of an image free. */
  static boolean hasRoom(final Dimension size, final Rectangle image) {
    return 2 * size.width <= image.width && 3 * size.height <= 2 * image.height;
  }

  /** Where the bar may stand: the image's corners, the upper right one first. */
  List<Rectangle> places() {
    return corners(size, gap, image);
  }

  /** Where something of a size may stand: an image's corners, the upper right one first. */
  static List<Rectangle> corners(final Dimension size, final int gap, final Rectangle image) {
    final int left = image.x + gap;
    final int right = Math.max(image.x, image.x + image.width - size.width - gap);
    final int top = image.y + gap;
    final int bottom = Math.max(image.y, image.y + image.height - size.height - gap);
    return Stream.of(
            new Point(right, top),
            new Point(right, bottom),
            new Point(left, bottom),
            new Point(left, top))
        .map(corner -> new Rectangle(corner, size))
        .toList();
  }

  /** The bar's elements at one of its places, from the ground up. */
  List<Roi> elements(final Rectangle place) {
    final int left = place.x + gap;
    final int top = place.y + head + 2 * gap;
    final List<Roi> elements = new ArrayList<>();
    elements.add(ground(place));
    elements.add(new ImageRoi(left, top, colors.ramp(ramp.width, ramp.height)));
    final List<Roi> words = texts.stream().map(text -> (Roi) text.clone()).toList();
    put(words.get(0), left, place.y + gap + head / 2);
    for (int i = 1; i < words.size(); i++) {
      final int middle = top + line / 2 + (i - 1) * (ramp.height - line) / (words.size() - 2);
      put(words.get(i), left + ramp.width + gap, middle);
    }
    elements.addAll(words);
    return elements;
  }

  /** What words stand on. */
  static Roi ground(final Rectangle place) {
    final Roi ground = new Roi(place);
    ground.setFillColor(GROUND);
    return ground;
  }

  /** A title in lines of a few words, so that the bar stays narrow. */
  private static String lines(final String title) {
    return title.replaceAll("(.{1,14})(?: |$)", "$1\n").strip();
  }

  /** The title and the range's maximum, middle and minimum. */
  private List<Roi> texts(final String title) {
    final ValueLimits range = colors.range();
    final double middle = (range.min() + range.max()) / 2;
    return List.of(
        text(title, font),
        text(number(range.max()), font),
        text(number(middle), font),
        text(number(range.min()), font));
  }

  /** White words. */
  static Roi text(final String words, final Font font) {
    final TextRoi text = new TextRoi(0, 0, words, font);
    text.setStrokeColor(Color.WHITE);
    text.setAntialiased(true);
    return text;
  }

  private static int width(final Roi text) {
    return text.getBounds().width;
  }

  private static void put(final Roi text, final int x, final int middle) {
    text.setLocation(x, middle - text.getBounds().height / 2);
  }

  private static String number(final double value) {
    return BigDecimal.valueOf(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }
}
