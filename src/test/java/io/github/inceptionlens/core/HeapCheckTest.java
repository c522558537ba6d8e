package io.github.inceptionlens.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class HeapCheckTest {

  private static final long ALL = Runtime.getRuntime().maxMemory();

  @Test
  void whatDoesNotFitIsRefusedWithTheNumbersAndTheRemedy() {
    HeapCheck.require(1, "a pixel", "take none");
    assertThatThrownBy(() -> HeapCheck.require(ALL + 1, "a huge thing", "take less"))
        .isInstanceOf(UserError.class)
        .hasMessageMatching(
            "a huge thing needs \\d+ MB, but Java has \\d+ MB left: take less, or give Java more"
                + " memory \\(Edit > Options > Memory & Threads...\\)");
  }

  @Test
  void asManyAtOnceAsHalfOfTheMemoryHolds() {
    assertThat(HeapCheck.atOnce(1, 5)).isEqualTo(5);
    assertThat(HeapCheck.atOnce(ALL, 5)).isEqualTo(1);
    assertThat(HeapCheck.atOnce(ALL / 100, 1000)).isBetween(2, 50);
  }
}
