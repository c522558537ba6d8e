package io.github.inceptionlens.image;

import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** A bar that tells which colour is which value, in the upper right corner of a rectangle. */
final class ColourBar {

  private static final Color GROUND = new Color(0, 0, 0, 170);
  private static final int SMALLEST_FONT = 7;
  private static final int LINES = 7;

  private final LayerColours colours;
  private final String title;
  private final Rectangle region;
  private final Font font;
  private final int gap;

  /**
   * @param title what the values are of
   * @param region what the bar stands in, in the image's pixels
   */
  ColourBar(final LayerColours colours, final String title, final Rectangle region) {
    this.colours = colours;
    this.title = title;
    this.region = region;
    final int side = Math.min(region.width, region.height);
    final int size = Math.max(SMALLEST_FONT, Math.round(side / 22f));
    this.font = new Font(Font.SANS_SERIF, Font.PLAIN, size);
    this.gap = Math.max(2, size / 3);
  }

  /** The bar's elements, from the ground up. */
  List<Roi> elements() {
    final int line = font.getSize() + gap;
    final int height = LINES * line;
    final int thickness = font.getSize();
    final List<Roi> texts = texts();
    final int numbers = texts.stream().skip(1).mapToInt(ColourBar::width).max().orElse(0);
    final int inner = Math.max(width(texts.get(0)), thickness + gap + numbers);
    final int left = Math.max(0, region.x + region.width - inner - 3 * gap);
    final int top = region.y + gap;
    final int rampTop = top + gap + line + gap;
    final List<Roi> elements = new ArrayList<>();
    elements.add(ground(left, top, inner + 2 * gap, rampTop - top + height + gap + gap));
    elements.add(new ImageRoi(left + gap, rampTop, colours.ramp(thickness, height)));
    place(texts.get(0), left + gap, top + gap + line / 2);
    for (int i = 1; i < texts.size(); i++) {
      final int y = rampTop + (i - 1) * (height - line) / (texts.size() - 2) + line / 2;
      place(texts.get(i), left + gap + thickness + gap, y);
    }
    elements.addAll(texts);
    return elements;
  }

  /** The title and the range's maximum, middle and minimum. */
  private List<Roi> texts() {
    final Limits range = colours.range();
    final double middle = (range.min() + range.max()) / 2;
    return List.of(
        text(title), text(number(range.max())), text(number(middle)), text(number(range.min())));
  }

  private Roi text(final String words) {
    final TextRoi text = new TextRoi(0, 0, words, font);
    text.setStrokeColor(Color.WHITE);
    text.setAntialiased(true);
    return text;
  }

  private static Roi ground(final int x, final int y, final int width, final int height) {
    final Roi ground = new Roi(x, y, width, height);
    ground.setFillColor(GROUND);
    return ground;
  }

  private static int width(final Roi text) {
    return text.getBounds().width;
  }

  private static void place(final Roi text, final int x, final int middle) {
    text.setLocation(x, middle - text.getBounds().height / 2);
  }

  private static String number(final double value) {
    return new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }
}
