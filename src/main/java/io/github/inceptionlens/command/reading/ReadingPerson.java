package io.github.inceptionlens.command.reading;

import io.github.inceptionlens.command.window.AnswerTimer;
import io.github.inceptionlens.command.window.WindowSession;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.reading.Reading;
import java.util.Optional;
import java.util.function.Consumer;

/** A person who reads cases at a window; every answer is kept at once. */
final class ReadingPerson {

  private final Reading reading;
  private final ReadingCases cases;
  private final Consumer<Reading> keep;
  private final WindowSession session = new WindowSession();
  private final AnswerTimer deliberation = new AnswerTimer();
  private ReadingWindow window;
  private Optional<UserError> failure = Optional.empty();

  /**
   * @param cases the pictures
   * @param keep is told of every change; its {@link UserError} ends the reading
   */
  ReadingPerson(final Reading reading, final ReadingCases cases, final Consumer<Reading> keep) {
    this.reading = reading;
    this.cases = cases;
    this.keep = keep;
  }

  /**
   * Waits until the person ends the reading: by its button, by Esc here or in ImageJ's windows, or
   * by closing the window. Not for the event thread.
   *
   * @throws UserError when an answer could not be kept
   */
  void read() {
    session.hold(this::open, () -> window.close());
    failure.ifPresent(
        error -> {
          throw error;
        });
  }

  private void open() {
    window = new ReadingWindow(reading, cases, new Actions());
    deliberation.begin();
  }

  /** What the person does at the window. */
  private final class Actions implements ReadingWindow.Listener {

    @Override
    public void say(final boolean yes) {
      say(reading.question(), yes);
    }

    @Override
    public void say(final int question, final boolean yes) {
      if (!deliberation.isTooShort()) {
        deliberation.begin();
        reading.choose(question);
        reading.say(yes);
        kept();
      }
    }

    @Override
    public void takeBack() {
      reading.takeBack();
      kept();
    }

    @Override
    public void choose(final int question) {
      reading.choose(question);
      window.show();
    }

    @Override
    public void move(final int by) {
      reading.move(by);
      window.show();
    }

    @Override
    public void end() {
      session.end();
    }

    private void kept() {
      try {
        keep.accept(reading);
        window.show();
      } catch (final UserError error) {
        failure = Optional.of(error);
        session.end();
      }
    }
  }
}
