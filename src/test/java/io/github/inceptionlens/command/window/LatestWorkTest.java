package io.github.inceptionlens.command.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Of what a window wants only the latest counts. */
final class LatestWorkTest {

  private enum Kind {
    FIRST,
    SECOND
  }

  private final LatestWork<Kind> work = new LatestWork<>("latest work test", Kind.class);
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);

  @AfterEach
  void end() {
    go.countDown();
    work.close();
  }

  private void waits(final BooleanSupplier stop) {
    begun.countDown();
    try {
      go.await();
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (stop.getAsBoolean()) {
      done.add("stopped");
      throw new CancellationException();
    }
    done.add("finished");
  }

  private void settle() throws InterruptedException {
    for (int i = 0; i < 2000 && !work.isIdle(); i++) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    assertThat(work.isIdle()).isTrue();
  }

  @Test
  void whatIsWantedMeanwhileWaitsAloneAndStopsWhatRuns() throws Exception {
    work.want(Kind.FIRST, this::waits);
    begun.await();
    for (int i = 0; i < 500; i++) {
      final String number = "task " + i;
      work.want(Kind.FIRST, stop -> done.add(number));
      assertThat(work.waiting()).isEqualTo(1);
    }
    go.countDown();
    settle();
    assertThat(done).containsExactly("stopped", "task 499");
  }

  @Test
  void theMoreUrgentKindGoesFirstAndStopsNothingOfAnother() throws Exception {
    work.want(Kind.FIRST, this::waits);
    begun.await();
    work.want(Kind.SECOND, stop -> done.add("second"));
    assertThat(work.waiting()).isEqualTo(1);
    go.countDown();
    settle();
    assertThat(done).containsExactly("finished", "second");
  }

  @Test
  void whatIsDroppedIsNotDone() throws Exception {
    work.want(Kind.FIRST, this::waits);
    begun.await();
    work.want(Kind.SECOND, stop -> done.add("second"));
    work.drop(Kind.SECOND);
    work.drop(Kind.FIRST);
    go.countDown();
    settle();
    assertThat(done).containsExactly("stopped");
  }

  @Test
  void closingStopsTheWorkAndItsThread() throws Exception {
    work.want(Kind.FIRST, this::waits);
    begun.await();
    work.want(Kind.SECOND, stop -> done.add("second"));
    work.close();
    work.want(Kind.SECOND, stop -> done.add("later"));
    go.countDown();
    settle();
    assertThat(done).containsExactly("stopped");
    for (int i = 0; i < 2000 && isThere(); i++) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    assertThat(isThere()).isFalse();
  }

  private static boolean isThere() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("latest work test"));
  }
}
