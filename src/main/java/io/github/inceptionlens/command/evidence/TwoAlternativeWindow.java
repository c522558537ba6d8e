package io.github.inceptionlens.command.evidence;

import ij.process.ImageProcessor;
import io.github.inceptionlens.command.window.AnswerFrame;
import io.github.inceptionlens.command.window.ScreenPicture;
import io.github.inceptionlens.image.result.PicturePairs;
import io.github.inceptionlens.reading.Side;
import java.awt.Color;
import java.awt.Container;
import java.awt.Cursor;
import java.awt.GridLayout;
import java.awt.Rectangle;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;

/**
 * The window of a two-alternative test: references above, two queries at the same scale below, as
 * large as the screen allows.
 */
final class TwoAlternativeWindow {

  private static final int BORDER = 2;

  /** The height in pixels of what is no picture: the window's own frame, lines of text, gaps. */
  private static final int LINES = 220;

  /** The part of the other height that the queries take. */
  private static final double QUERIES = 0.65;

  private static final float QUESTION = 20;

  private final AnswerFrame frame;
  private final PicturePairs pairs;
  private final double scale;
  private final JLabel trial = AnswerFrame.label("progress", " ", AnswerFrame.TEXT);
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
    frame = new AnswerFrame("Two-Alternative Test", end);
    final Rectangle screen = AnswerFrame.screen();
    final int height = screen.height - LINES;
    final int width = screen.width - 4 * AnswerFrame.GAP;
    final int side = Math.min((int) (QUERIES * height), width / 2 - AnswerFrame.GAP - 2 * BORDER);
    scale = ScreenPicture.scale(List.of(pairs.left(0)), side);
    left = query("left", () -> answer.accept(Side.LEFT));
    right = query("right", () -> answer.accept(Side.RIGHT));
    fill(frame.content(), unit, references(references, width, height - side));
    frame.bind("LEFT", () -> answer.accept(Side.LEFT));
    frame.bind("RIGHT", () -> answer.accept(Side.RIGHT));
    ask(0);
    frame.open();
  }

  private void fill(final Container content, final String unit, final JPanel references) {
    content.setLayout(new BoxLayout(content, BoxLayout.Y_AXIS));
    content.add(references);
    content.add(
        AnswerFrame.row(
            AnswerFrame.label(
                "question", "Which of these two drives " + unit + " more?", QUESTION)));
    content.add(AnswerFrame.row(left, right));
    content.add(AnswerFrame.row(trial));
    content.add(
        AnswerFrame.row(
            AnswerFrame.label(
                "help",
                "Click it, or press \u2190 or \u2192.  Esc ends the test and keeps your answers.",
                AnswerFrame.TEXT)));
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
    frame.close();
  }

  private static JPanel references(
      final List<References> references, final int width, final int height) {
    final int count = references.stream().mapToInt(one -> one.pictures().size()).sum();
    final int room = width - 4 * AnswerFrame.GAP * references.size();
    final JPanel row = AnswerFrame.row();
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
    final JPanel grid = new JPanel(new GridLayout(rows, 0, AnswerFrame.GAP, AnswerFrame.GAP));
    for (final ImageProcessor picture : kind.pictures()) {
      grid.add(new JLabel(ScreenPicture.icon(picture, scale)));
    }
    final JPanel column = new JPanel();
    column.setLayout(new BoxLayout(column, BoxLayout.Y_AXIS));
    column.add(AnswerFrame.row(AnswerFrame.label("references", kind.title(), AnswerFrame.TEXT)));
    column.add(AnswerFrame.row(grid));
    return column;
  }

  private static int tile(final int count, final int rows, final int width, final int height) {
    final int columns = (count + rows - 1) / rows;
    return Math.min(width / columns, height / rows) - AnswerFrame.GAP;
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
}
