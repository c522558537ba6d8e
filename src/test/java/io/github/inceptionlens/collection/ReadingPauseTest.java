package io.github.inceptionlens.collection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When the reader rests. */
final class ReadingPauseTest {

  private final ReadingPause pause = new ReadingPause();

  @Test
  void theReaderRestsWhereEnoughWaitsUntilThePauseIsOver() throws InterruptedException {
    pause.begin(2);
    pause.rest(1);
    final Thread reader = resting(2);
    while (reader.getState() != Thread.State.WAITING) {
      assertThat(reader.isAlive()).isTrue();
      Thread.onSpinWait();
    }
    pause.end();
    reader.join();
    pause.rest(2);
  }

  private Thread resting(final int waiting) {
    final Thread reader =
        new Thread(
            () -> {
              try {
                pause.rest(waiting);
              } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    reader.setDaemon(true);
    reader.start();
    return reader;
  }
}
