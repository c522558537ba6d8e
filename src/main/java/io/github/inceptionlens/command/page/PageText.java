package io.github.inceptionlens.command.page;

import io.github.inceptionlens.core.PrintableText;
import java.awt.Color;
import java.nio.charset.StandardCharsets;

/**
 * A line of text on a page.
 *
 * @param words without control characters
 * @param x of the anchor
 * @param y of the baseline
 * @param size of the letters in points
 * @param anchor which part of the line stands at the anchor
 * @param upward whether it is read from below, turned about the anchor
 */
public record PageText(
    String words, double x, double y, double size, Color color, Anchor anchor, boolean upward) {

  /** Which part of a line stands at its anchor. */
  public enum Anchor {
    START(0),
    MIDDLE(0.5),
    END(1);

    private final double part;

    Anchor(final double part) {
      this.part = part;
    }

    double part() {
      return part;
    }
  }

  /** Takes what cannot be shown out of the words, half characters included. */
  public PageText {
    final String printable = PrintableText.sentence(words);
    words = new String(printable.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** Black text that begins at the anchor. */
  public static PageText of(final String words, final double x, final double y, final double size) {
    return new PageText(words, x, y, size, Color.BLACK, Anchor.START, false);
  }

  /** The same in another color. */
  public PageText in(final Color other) {
    return new PageText(words, x, y, size, other, anchor, upward);
  }

  /** The same with another part at the anchor. */
  public PageText at(final Anchor other) {
    return new PageText(words, x, y, size, color, other, upward);
  }

  /** The same, read from below. */
  public PageText turned() {
    return new PageText(words, x, y, size, color, anchor, true);
  }

  /** How long the line is. */
  public double length() {
    return PageFont.length(words, size);
  }

  /** Where the line begins before it is turned, with its anchor at 0. */
  double start() {
    return -anchor.part() * length();
  }
}
