package io.github.inceptionlens.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PassTimesTest {

  @Test
  void whatTookSoLongTakesAsLongAgainPerPixelAndTheUnknownIsNotGuessed() {
    assertThat(PassTimes.words("test a", 1000)).isEmpty();
    PassTimes.record("test a", 1000, 2);
    assertThat(PassTimes.words("test a", 5000)).isEqualTo("about 10 s, ");
    assertThat(PassTimes.words("test a", 100_000)).isEqualTo("about 3 min, ");
    assertThat(PassTimes.words("test a", 10)).isEqualTo("about 1 s, ");
    assertThat(PassTimes.words("test b", 10)).isEmpty();
    PassTimes.record("test b", 0, 3);
    assertThat(PassTimes.words("test b", 10)).isEmpty();
  }
}
