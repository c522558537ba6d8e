package io.github.inceptionlens.command.reading;

import io.github.inceptionlens.command.window.AnswerFrame;
import io.github.inceptionlens.command.window.ScreenPicture;
import io.github.inceptionlens.reading.Reading;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.GridLayout;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JToggleButton;
import javax.swing.SwingConstants;

/** The window of a reading: a case as large as the screen allows, the questions and keys below. */
final class ReadingWindow {

  /** The height in pixels of what is neither picture nor question. */
  private static final int LINES = 190;

  private static final int QUESTION_HEIGHT = 40;

  /** More questions than these are scrolled. */
  private static final int MOST_QUESTIONS = 6;

  private static final int KEYS = 9;
  private static final float QUESTION = 18;
  private static final Color AT_HAND = new Color(0xcfe3ff);

  private final AnswerFrame frame;
  private final Reading reading;
  private final ReadingCases cases;
  private final double scale;
  private final JLabel picture = new JLabel();
  private final JLabel progress = AnswerFrame.label("progress", "", AnswerFrame.TEXT);
  private final JButton end = new JButton();
  private final List<Question> questions = new ArrayList<>();

  /** Is told what the person does. */
  public interface Listener {
    /** Answers the question at hand. */
    void say(boolean yes);

    /** Answers a question, from 0. */
    void say(int question, boolean yes);

    /** Takes back the answer to the question at hand. */
    void takeBack();

    /** Goes to a question, from 0. */
    void choose(int question);

    /** Goes so many cases further on. */
    void move(int cases);

    /** Ends the reading, for now or for good. */
    void end();
  }

  /** A question and its two buttons. */
  private record Question(JPanel row, JToggleButton yes, JToggleButton no) {

    void show(final Optional<Boolean> answer, final boolean atHand) {
      yes.setSelected(answer.equals(Optional.of(true)));
      no.setSelected(answer.equals(Optional.of(false)));
      row.setBackground(atHand ? AT_HAND : null);
    }
  }

  ReadingWindow(final Reading reading, final ReadingCases cases, final Listener listener) {
    this.reading = reading;
    this.cases = cases;
    frame = new AnswerFrame("Read Cases", listener::end);
    final Rectangle screen = AnswerFrame.screen();
    final int rows = Math.min(MOST_QUESTIONS, reading.questions().size());
    final double height = screen.height - LINES - rows * QUESTION_HEIGHT;
    scale =
        Math.min(
            height / cases.image().getHeight(),
            (screen.width - 4.0 * AnswerFrame.GAP) / cases.image().getWidth());
    fill(rows, listener);
    listen(listener);
    show();
    frame.open();
  }

  private void fill(final int rows, final Listener listener) {
    picture.setHorizontalAlignment(SwingConstants.CENTER);
    picture.setBorder(
        BorderFactory.createEmptyBorder(
            AnswerFrame.GAP, AnswerFrame.GAP, AnswerFrame.GAP, AnswerFrame.GAP));
    frame.content().add(picture, BorderLayout.CENTER);
    final JPanel below = new JPanel(new BorderLayout());
    below.add(questions(rows, listener), BorderLayout.NORTH);
    below.add(buttons(listener), BorderLayout.CENTER);
    final JLabel help = AnswerFrame.label("help", "", AnswerFrame.TEXT);
    help.setHorizontalAlignment(SwingConstants.CENTER);
    help.setBorder(
        BorderFactory.createEmptyBorder(0, AnswerFrame.GAP, AnswerFrame.GAP, AnswerFrame.GAP));
    help.setText(
        "Y yes   N no   1\u20139 question   Delete takes back   \u2190 \u2192 case   Esc pauses;"
            + " every answer is kept at once");
    below.add(help, BorderLayout.SOUTH);
    frame.content().add(below, BorderLayout.SOUTH);
  }

  private JComponent questions(final int rows, final Listener listener) {
    final JPanel all = new JPanel(new GridLayout(0, 1));
    final List<JLabel> texts = texts();
    for (int i = 0; i < texts.size(); i++) {
      questions.add(question(texts.get(i), i, listener));
      all.add(questions.get(i).row());
    }
    final JScrollPane pane = new JScrollPane(all);
    pane.setBorder(BorderFactory.createEmptyBorder());
    if (questions.size() > rows) {
      final Dimension size = all.getPreferredSize();
      pane.setPreferredSize(
          new Dimension(
              size.width + 4 * AnswerFrame.GAP, size.height * rows / reading.questions().size()));
    }
    return pane;
  }

  /** The questions, one as wide as the other. */
  private List<JLabel> texts() {
    final List<JLabel> texts = new ArrayList<>();
    for (final String asked : reading.questions()) {
      final JLabel text = AnswerFrame.label("question " + (texts.size() + 1), "", QUESTION);
      text.setText((texts.size() + 1) + "   " + asked + "?");
      texts.add(text);
    }
    final int width =
        texts.stream().mapToInt(text -> text.getPreferredSize().width).max().orElse(0);
    texts.forEach(
        text -> text.setPreferredSize(new Dimension(width, text.getPreferredSize().height)));
    return texts;
  }

  private Question question(final JLabel text, final int number, final Listener listener) {
    final JToggleButton yes = new JToggleButton("Yes");
    final JToggleButton no = new JToggleButton("No");
    yes.setName("yes " + (number + 1));
    no.setName("no " + (number + 1));
    yes.addActionListener(event -> answered(listener, number, true));
    no.addActionListener(event -> answered(listener, number, false));
    return new Question(AnswerFrame.row(text, yes, no), yes, no);
  }

  /** A press that comes too soon changes nothing, so what is shown is not left to the buttons. */
  private void answered(final Listener listener, final int question, final boolean yes) {
    listener.say(question, yes);
    show();
  }

  private JPanel buttons(final Listener listener) {
    end.setName("end");
    end.addActionListener(event -> listener.end());
    return AnswerFrame.row(
        button("back", "\u2190 Back", () -> listener.move(-1)),
        progress,
        button("next", "Next \u2192", () -> listener.move(1)),
        end);
  }

  private static JButton button(final String name, final String text, final Runnable action) {
    final JButton button = new JButton(text);
    button.setName(name);
    button.addActionListener(event -> action.run());
    return button;
  }

  private void listen(final Listener listener) {
    frame.bind("Y", () -> listener.say(true));
    frame.bind("N", () -> listener.say(false));
    frame.bind("DELETE", listener::takeBack);
    frame.bind("BACK_SPACE", listener::takeBack);
    frame.bind("LEFT", () -> listener.move(-1));
    frame.bind("RIGHT", () -> listener.move(1));
    frame.bind("UP", () -> listener.choose(reading.question() - 1));
    frame.bind("DOWN", () -> listener.choose(reading.question() + 1));
    for (int key = 1; key <= KEYS; key++) {
      final int question = key - 1;
      frame.bind(String.valueOf(key), () -> listener.choose(question));
      frame.bind("NUMPAD" + key, () -> listener.choose(question));
    }
  }

  /** Shows where the reading stands. */
  void show() {
    picture.setIcon(ScreenPicture.icon(cases.picture(reading.place()), scale));
    for (int i = 0; i < questions.size(); i++) {
      questions.get(i).show(reading.answer(i), i == reading.question());
    }
    questions.get(reading.question()).row().scrollRectToVisible(new Rectangle(1, QUESTION_HEIGHT));
    progress.setText(
        String.format(
            Locale.ROOT,
            "%s (%d of %d), question %d of %d; %d read",
            reading.cases().get(reading.place()),
            reading.place() + 1,
            reading.cases().size(),
            reading.question() + 1,
            questions.size(),
            reading.read()));
    end.setText(reading.isComplete() ? "Finish" : "Pause");
  }

  /** Takes the window away. */
  void close() {
    frame.close();
  }
}
