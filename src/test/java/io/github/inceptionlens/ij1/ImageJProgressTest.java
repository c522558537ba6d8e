package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import java.awt.event.KeyEvent;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImageJProgressTest {

  private final ImageJProgress progress = new ImageJProgress();

  @AfterEach
  void forget() {
    IJ.setKeyUp(IJ.ALL_KEYS);
    IJ.resetEscape();
    Thread.interrupted();
  }

  @Test
  void advanceUntilEscapeIsPressed() {
    assertThatCode(() -> progress.at(0.5, "halfway")).doesNotThrowAnyException();
    IJ.setKeyDown(KeyEvent.VK_ESCAPE);
    assertThatThrownBy(() -> progress.at(0.6, "more")).isInstanceOf(CancellationException.class);
    IJ.resetEscape();
    assertThatCode(() -> progress.at(0.7, "again")).doesNotThrowAnyException();
  }

  @Test
  void stopsWhenTheThreadIsInterruptedAndLeavesTheMark() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> progress.at(0, "begin")).isInstanceOf(CancellationException.class);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }
}
