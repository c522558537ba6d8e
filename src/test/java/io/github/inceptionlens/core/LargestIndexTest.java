package io.github.inceptionlens.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LargestIndexTest {

  @Test
  void ofEqualOnesItIsTheFirst() {
    assertThat(LargestIndex.of(-3f, -1f, -2f, -1f)).isEqualTo(1);
    assertThat(LargestIndex.of(-3.0, -1.0, -2.0, -1.0)).isEqualTo(1);
    assertThat(LargestIndex.of(7f)).isZero();
  }
}
