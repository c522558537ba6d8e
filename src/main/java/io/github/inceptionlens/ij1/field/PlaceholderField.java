package io.github.inceptionlens.ij1.field;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Insets;
import javax.swing.JTextField;

/** A text field that says, while it is empty, what that means. */
final class PlaceholderField extends JTextField {

  private static final long serialVersionUID = 1L;

  private String placeholder = "";

  void placeholder(final String words) {
    placeholder = words;
    repaint();
  }

  @Override
  protected void paintComponent(final Graphics graphics) {
    super.paintComponent(graphics);
    if (getText().isEmpty()) {
      final Insets insets = getInsets();
      graphics.setColor(Color.GRAY);
      graphics.setFont(getFont());
      graphics.drawString(placeholder, insets.left + 2, getBaseline(getWidth(), getHeight()));
    }
  }
}
