package io.github.inceptionlens.command.evidence;

import io.github.inceptionlens.command.window.AnswerTimer;
import io.github.inceptionlens.command.window.WindowSession;
import io.github.inceptionlens.image.result.PicturePairs;
import io.github.inceptionlens.reading.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A person who answers at a window of the test's own. Whether an answer is right is not told: that
 * would teach what the references are to teach.
 */
final class TwoAlternativePerson implements TwoAlternativeObserver {

  private static final double NANOS = 1e9;

  private final String unit;
  private final List<TwoAlternativeWindow.References> references;
  private final List<Optional<Answer>> answers = new ArrayList<>();
  private final WindowSession session = new WindowSession();
  private final AnswerTimer deliberation = new AnswerTimer();
  private TwoAlternativeWindow window;
  private int count;

  /**
   * @param unit as the person calls it
   */
  TwoAlternativePerson(final String unit, final List<TwoAlternativeWindow.References> references) {
    this.unit = unit;
    this.references = List.copyOf(references);
  }

  /**
   * Waits until the last pair is answered, or the person ends the test: by Esc, here or in ImageJ's
   * windows, or by closing the window. Not for the event thread, which serves him.
   */
  @Override
  public List<Optional<Answer>> answers(final PicturePairs pairs) {
    count = pairs.size();
    session.hold(() -> open(pairs), () -> window.close());
    final List<Optional<Answer>> all = new ArrayList<>(answers);
    all.addAll(Collections.nCopies(count - all.size(), Optional.empty()));
    return all;
  }

  private void open(final PicturePairs pairs) {
    window = new TwoAlternativeWindow(unit, references, pairs, this::answer, session::end);
    deliberation.begin();
  }

  private void answer(final Side side) {
    final long taken = deliberation.nanos();
    if (deliberation.isTooShort() || answers.size() == count) {
      return;
    }
    answers.add(Optional.of(new Answer(side, taken / NANOS)));
    if (answers.size() < count) {
      window.ask(answers.size());
      deliberation.begin();
    } else {
      session.end();
    }
  }
}
