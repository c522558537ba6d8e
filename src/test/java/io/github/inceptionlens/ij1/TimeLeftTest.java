package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLeftTest {

  @ParameterizedTest
  @CsvSource({
    "2.9, 0.5, ''",
    "10, 0.01, ''",
    "10, 0.5, ' (about 10 s left)'",
    "10, 0.2, ' (about 40 s left)'",
    "30, 0.1, ' (about 5 min left)'",
    "30, 0.999, ' (about 1 s left)'",
    "30, 1, ''"
  })
  void goesOnAsItWent(final double seconds, final double fraction, final String words) {
    final AtomicLong clock = new AtomicLong(5);
    final TimeLeft left = new TimeLeft(clock::get);
    clock.addAndGet((long) (seconds * 1e9));
    assertThat(left.words(fraction)).isEqualTo(words);
  }

  @Test
  void loadingBeforeTheFirstBandIsNotTakenForItsPace() {
    final AtomicLong clock = new AtomicLong(5);
    final TimeLeft left = new TimeLeft(clock::get);
    clock.addAndGet(20_000_000_000L);
    assertThat(left.words(0)).isEmpty();
    clock.addAndGet(4_000_000_000L);
    assertThat(left.words(0.1)).isEqualTo(" (about 36 s left)");
  }
}
