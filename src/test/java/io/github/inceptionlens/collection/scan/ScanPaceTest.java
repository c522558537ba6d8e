package io.github.inceptionlens.collection.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How far a scan is, in words and as the part of what a call has to do. */
final class ScanPaceTest {

  private final AtomicLong clock = new AtomicLong();

  @Test
  void picturesAndTheirRateAreTold() {
    final ScanPace pace = new ScanPace(0, 0, clock::get);
    assertThat(pace.words(0)).isEqualTo("0 pictures ...");
    clock.set(2_000_000_000L);
    assertThat(pace.words(70)).isEqualTo("70 pictures, 35/s");
    assertThat(pace.words(2070)).isEqualTo("2,070 pictures, 1035/s");
    assertThat(pace.words(3)).isEqualTo("3 pictures, 1.5/s");
  }

  /** What an earlier call did counts neither for the rate nor for the time left. */
  @Test
  void aCallThatGoesOnTellsOfItself() {
    final ScanPace pace = new ScanPace(400, 0.8, clock::get);
    assertThat(pace.fraction()).isZero();
    clock.set(1_000_000_000L);
    pace.at(0.9);
    assertThat(pace.fraction()).isCloseTo(0.5, within(1e-12));
    assertThat(pace.words(450)).isEqualTo("450 pictures, 50/s");
  }
}
