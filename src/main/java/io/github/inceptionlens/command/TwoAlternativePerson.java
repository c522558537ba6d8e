package io.github.inceptionlens.command;

import ij.IJ;
import io.github.inceptionlens.image.PicturePairs;
import io.github.inceptionlens.reading.Side;
import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A person who answers at a window of the test's own. Whether an answer is right is not told: that
 * would teach what the references are to teach.
 */
final class TwoAlternativePerson implements TwoAlternativeObserver {

  /** Sooner nobody judges: a double click, or a key held down, answers once. */
  private static final long SOONEST_NANOS = 250_000_000;

  private static final double NANOS = 1e9;
  private static final long WATCH_MILLIS = 100;

  private final String unit;
  private final List<TwoAlternativeWindow.References> references;
  private final List<Optional<Answer>> answers = new ArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private TwoAlternativeWindow window;
  private int count;
  private long shown;

  /**
   * @param unit as the person calls it
   */
  TwoAlternativePerson(final String unit, final List<TwoAlternativeWindow.References> references) {
    this.unit = unit;
    this.references = List.copyOf(references);
  }

  /** Whether there is ImageJ's window, and so a screen. */
  static boolean isPresent() {
    return IJ.getInstance() != null;
  }

  /**
   * Waits until the last pair is answered, or the person ends the test: by Esc, here or in ImageJ's
   * windows, or by closing the window. Not for the event thread, which serves him.
   */
  @Override
  public List<Optional<Answer>> answers(final PicturePairs pairs) {
    count = pairs.size();
    IJ.resetEscape();
    atScreen(() -> open(pairs));
    final boolean interrupted = waits();
    atScreen(() -> window.close());
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    final List<Optional<Answer>> all = new ArrayList<>(answers);
    all.addAll(Collections.nCopies(count - all.size(), Optional.empty()));
    return all;
  }

  /** Waits for the end; answers whether that was the thread's interruption. */
  private boolean waits() {
    try {
      boolean ended;
      do {
        ended = over.await(WATCH_MILLIS, TimeUnit.MILLISECONDS);
      } while (!ended && !IJ.escapePressed());
      return false;
    } catch (final InterruptedException e) {
      return true;
    }
  }

  private static void atScreen(final Runnable action) {
    try {
      EventQueue.invokeAndWait(action);
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (final InvocationTargetException e) {
      throw new IllegalStateException("the window failed", e.getCause());
    }
  }

  private void open(final PicturePairs pairs) {
    window = new TwoAlternativeWindow(unit, references, pairs, this::answer, over::countDown);
    shown = System.nanoTime();
  }

  private void answer(final Side side) {
    final long taken = System.nanoTime() - shown;
    if (taken < SOONEST_NANOS || answers.size() == count) {
      return;
    }
    answers.add(Optional.of(new Answer(side, taken / NANOS)));
    if (answers.size() < count) {
      window.ask(answers.size());
      shown = System.nanoTime();
    } else {
      over.countDown();
    }
  }
}
