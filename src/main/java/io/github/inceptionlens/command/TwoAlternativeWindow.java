package io.github.inceptionlens.command;

import ij.process.ImageProcessor;
import io.github.inceptionlens.image.PicturePairs;
import io.github.inceptionlens.reading.Side;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Cursor;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.GridLayout;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;

/**
 * The window of a two-alternative test: references above, two queries at the same scale below, as
 * large as the screen allows.
 */
final class TwoAlternativeWindow {

  private static final int GAP = 8;
  private static final int BORDER = 2;

  /** The height in pixels of what is no picture: the window's own frame, lines of text, gaps. */
  private static final int LINES = 220;

  /** The part of the other height that the queries take. */
  private static final double QUERIES = 0.65;

  private static final float TEXT = 14;
  private static final float QUESTION = 20;

  private final JFrame frame = new JFrame("Two-Alternative Test");
  private final PicturePairs pairs;
  private final double scale;
  private final JLabel trial = label("progress", " ", TEXT);
  private final JButton left;
  private final JButton right;

  /**
   * Pictures of one kind that show what drives a unit.
   *
   * @param title what they are
   */
  record References(String title, List<ImageProcessor> pictures) {}

  /**
   * @param unit as the person calls it
   * @param answer is told each answer
   * @param end is told of the wish to end
   */
  TwoAlternativeWindow(
      final String unit,
      final List<References> references,
      final PicturePairs pairs,
      final Consumer<Side> answer,
      final Runnable end) {
    this.pairs = pairs;
    final Rectangle screen =
        GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
    final int height = screen.height - LINES;
    final int width = screen.width - 4 * GAP;
    final int side = Math.min((int) (QUERIES * height), width / 2 - GAP - 2 * BORDER);
    scale = ScreenPicture.scale(List.of(pairs.left(0)), side);
    left = query("left", () -> answer.accept(Side.LEFT));
    right = query("right", () -> answer.accept(Side.RIGHT));
    fill(frame.getContentPane(), unit, references(references, width, height - side));
    listen(answer, end);
    ask(0);
    frame.pack();
    frame.setResizable(false);
    frame.setLocation(
        screen.x + (screen.width - frame.getWidth()) / 2,
        screen.y + (screen.height - frame.getHeight()) / 2);
    frame.setVisible(true);
  }

  private void fill(final Container content, final String unit, final JPanel references) {
    content.setLayout(new BoxLayout(content, BoxLayout.Y_AXIS));
    content.add(references);
    content.add(row(label("question", "Which of these two drives " + unit + " more?", QUESTION)));
    content.add(row(left, right));
    content.add(row(trial));
    content.add(
        row(
            label(
                "help",
                "Click it, or press \u2190 or \u2192.  Esc ends the test and keeps your answers.",
                TEXT)));
  }

  private void listen(final Consumer<Side> answer, final Runnable end) {
    bind("LEFT", () -> answer.accept(Side.LEFT));
    bind("RIGHT", () -> answer.accept(Side.RIGHT));
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

  private void bind(final String key, final Runnable action) {
    frame
        .getRootPane()
        .registerKeyboardAction(
            event -> action.run(), KeyStroke.getKeyStroke(key), JComponent.WHEN_IN_FOCUSED_WINDOW);
  }

  /**
   * Shows a pair.
   *
   * @param pair from 0
   */
  void ask(final int pair) {
    left.setIcon(ScreenPicture.icon(pairs.left(pair), scale));
    right.setIcon(ScreenPicture.icon(pairs.right(pair), scale));
    trial.setText(String.format(Locale.ROOT, "Trial %d of %d", pair + 1, pairs.size()));
  }

  /** Takes the window away. */
  void close() {
    frame.dispose();
  }

  private static JPanel references(
      final List<References> references, final int width, final int height) {
    final int count = references.stream().mapToInt(one -> one.pictures().size()).sum();
    final int room = width - 4 * GAP * references.size();
    final JPanel row = row();
    for (final References one : references) {
      row.add(kind(one, room * one.pictures().size() / count, height));
    }
    return row;
  }

  /** Pictures of one kind at one scale, in as many rows as lets them be largest. */
  private static JPanel kind(final References kind, final int width, final int height) {
    final int count = kind.pictures().size();
    int rows = 1;
    for (int more = 2; more <= count; more++) {
      rows = tile(count, more, width, height) > tile(count, rows, width, height) ? more : rows;
    }
    final double scale = ScreenPicture.scale(kind.pictures(), tile(count, rows, width, height));
    final JPanel grid = new JPanel(new GridLayout(rows, 0, GAP, GAP));
    for (final ImageProcessor picture : kind.pictures()) {
      grid.add(new JLabel(ScreenPicture.icon(picture, scale)));
    }
    final JPanel column = new JPanel();
    column.setLayout(new BoxLayout(column, BoxLayout.Y_AXIS));
    column.add(row(label("references", kind.title(), TEXT)));
    column.add(row(grid));
    return column;
  }

  private static int tile(final int count, final int rows, final int width, final int height) {
    final int columns = (count + rows - 1) / rows;
    return Math.min(width / columns, height / rows) - GAP;
  }

  private static JButton query(final String name, final Runnable action) {
    final JButton button = new JButton();
    button.setName(name);
    button.setFocusable(false);
    button.setContentAreaFilled(false);
    button.setBorder(BorderFactory.createLineBorder(Color.GRAY, BORDER));
    button.setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
    button.addActionListener(event -> action.run());
    return button;
  }

  private static JLabel label(final String name, final String text, final float size) {
    final JLabel label = new JLabel(text);
    label.setName(name);
    label.setFont(label.getFont().deriveFont(Font.PLAIN, size));
    return label;
  }

  private static JPanel row(final Component... parts) {
    final JPanel row = new JPanel(new FlowLayout(FlowLayout.CENTER, GAP, GAP / 2));
    for (final Component part : parts) {
      row.add(part);
    }
    return row;
  }
}
