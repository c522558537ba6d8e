package io.github.inceptionlens.command.window;

import java.awt.Component;
import java.awt.Container;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;

/** A window at which a person answers by keys and clicks; Esc and closing it ask for its end. */
public final class AnswerFrame {

  /** The distance of parts in pixels. */
  public static final int GAP = 8;

  /** The size of usual text in points. */
  public static final float TEXT = 14;

  private final JFrame frame;

  /**
   * @param end is told of the wish to end
   */
  public AnswerFrame(final String title, final Runnable end) {
    frame = new JFrame(title);
    bind("ESCAPE", end);
    frame.setDefaultCloseOperation(JFrame.DO_NOTHING_ON_CLOSE);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(final WindowEvent event) {
            end.run();
          }
        });
  }

  /** The part of the screen that windows may fill. */
  public static Rectangle screen() {
    return GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
  }

  /** Where the parts go. */
  public Container content() {
    return frame.getContentPane();
  }

  /**
   * Does something when a key is pressed.
   *
   * @param key as {@link KeyStroke#getKeyStroke(String)} names it
   */
  public void bind(final String key, final Runnable action) {
    frame
        .getRootPane()
        .registerKeyboardAction(
            event -> action.run(), KeyStroke.getKeyStroke(key), JComponent.WHEN_IN_FOCUSED_WINDOW);
  }

  /** Opens the window in the middle of the screen. */
  public void open() {
    final Rectangle screen = screen();
    frame.pack();
    frame.setLocation(
        screen.x + (screen.width - frame.getWidth()) / 2,
        screen.y + (screen.height - frame.getHeight()) / 2);
    frame.setVisible(true);
  }

  /** Takes the window away. */
  public void close() {
    frame.dispose();
  }

  /** A text of a size in points. */
  public static JLabel label(final String name, final String text, final float size) {
    final JLabel label = new JLabel(text);
    label.setName(name);
    label.setFont(label.getFont().deriveFont(Font.PLAIN, size));
    return label;
  }

  /** Parts beside each other, which leave the keys to the window. */
  public static JPanel row(final Component... parts) {
    final JPanel row = new JPanel(new FlowLayout(FlowLayout.CENTER, GAP, GAP / 2));
    for (final Component part : parts) {
      part.setFocusable(false);
      row.add(part);
    }
    return row;
  }
}
