package io.github.inceptionlens.command.inspector;

import ij.Prefs;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Toolkit;
import java.util.Map;
import javax.swing.JLabel;

/** Sizes and colors of the panel, at the scale that ImageJ's own windows have. */
final class InspectorLook {

  static final Color TEXT = new Color(0x202124);
  static final Color FAINT = new Color(0x6b7077);
  static final Color WRONG = new Color(0xb00020);
  static final Color LINE = new Color(0xdfe1e5);
  static final Color BAR = new Color(0x4c82d8);
  static final Color OVERLAID = new Color(0xe0702a);
  static final Color TRACK = new Color(0xedeff2);
  static final Color HOVERED = new Color(0xf4f7fc);
  static final Color CHOSEN = new Color(0xfdf1e8);

  private static final float NORMAL = 12;
  private static final float SMALL = 11;

  private final double scale;

  InspectorLook() {
    scale = Math.max(1, Prefs.getGuiScale());
  }

  /** So many pixels at the usual scale. */
  int pixels(final double usual) {
    return (int) Math.round(scale * usual);
  }

  Font normal() {
    return new Font(Font.SANS_SERIF, Font.PLAIN, pixels(NORMAL));
  }

  Font small() {
    return new Font(Font.SANS_SERIF, Font.PLAIN, pixels(SMALL));
  }

  JLabel label(final String name, final Color color) {
    final JLabel label = new JLabel(" ");
    label.setName(name);
    label.setFont(small());
    label.setForeground(color);
    return label;
  }

  /** Prepares drawing as the desktop draws. */
  static void smooth(final Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    if (Toolkit.getDefaultToolkit().getDesktopProperty("awt.font.desktophints")
        instanceof Map<?, ?> hints) {
      graphics.addRenderingHints(hints);
    }
  }
}
