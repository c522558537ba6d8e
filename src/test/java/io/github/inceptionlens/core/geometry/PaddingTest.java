package io.github.inceptionlens.core.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaddingTest {

  /** Worked out by hand: size, kernel, stride, outputs, before, after. */
  @ParameterizedTest
  @CsvSource({
    "224, 7, 2, 112, 2, 3",
    "225, 7, 2, 113, 3, 3",
    "112, 3, 2, 56, 0, 1",
    "113, 3, 2, 57, 1, 1",
    "5, 3, 1, 5, 1, 1",
    "5, 5, 1, 5, 2, 2",
    "1, 3, 2, 1, 1, 1",
    "2, 3, 2, 1, 0, 1",
    "4, 1, 2, 2, 0, -1",
    "5, 1, 1, 5, 0, 0"
  })
  void samePadding(
      final int size,
      final int kernel,
      final int stride,
      final int outputs,
      final int before,
      final int after) {
    final SlidingWindow window = new SlidingWindow(kernel, stride, new Padding.Same());

    assertThat(window.outputs(size)).isEqualTo(outputs);
    assertThat(window.before(size)).isEqualTo(before);
    assertThat(window.after(size)).isEqualTo(after);
  }

  /** Worked out by hand: size, kernel, stride, pad, ceil, outputs, after. */
  @ParameterizedTest
  @CsvSource({
    "224, 7, 2, 3, false, 112, 2",
    "225, 7, 2, 3, false, 113, 3",
    "112, 3, 2, 0, true, 56, 1",
    "113, 3, 2, 0, true, 56, 0",
    "28, 3, 1, 1, true, 28, 1",
    "2, 3, 2, 0, true, 1, 1",
    "1, 3, 2, 0, true, 0, 0",
    "4, 3, 2, 1, true, 3, 2",
    "6, 2, 3, 0, false, 2, -1"
  })
  void caffesPadding(
      final int size,
      final int kernel,
      final int stride,
      final int pad,
      final boolean ceil,
      final int outputs,
      final int after) {
    final SlidingWindow window = new SlidingWindow(kernel, stride, new Padding.Fixed(pad, ceil));

    assertThat(window.outputs(size)).isEqualTo(outputs);
    assertThat(window.before(size)).isEqualTo(pad);
    if (outputs > 0) {
      assertThat(window.after(size)).isEqualTo(after);
    }
  }

  /** Caffe clips a last pool window that would start beyond the image and its padding. */
  @ParameterizedTest
  @CsvSource({"3, 2, 2, 1, 2", "5, 2, 2, 1, 3", "4, 2, 2, 1, 3", "3, 1, 2, 0, 2", "2, 1, 2, 0, 1"})
  void aWindowThatStartsInThePaddingDoesNotCount(
      final int size, final int kernel, final int stride, final int pad, final int outputs) {
    assertThat(new Padding.Fixed(pad, true).outputs(size, kernel, stride)).isEqualTo(outputs);
  }

  @Property
  void sameWindowsCoverTheAxisWithTheOddElementAtTheEnd(
      @ForAll @IntRange(min = 1, max = 300) final int size,
      @ForAll @IntRange(min = 1, max = 9) final int kernel,
      @ForAll @IntRange(min = 1, max = 4) final int stride) {
    final SlidingWindow window = new SlidingWindow(kernel, stride, new Padding.Same());
    final int covered = (window.outputs(size) - 1) * stride + kernel;

    assertThat(window.before(size) + size + window.after(size)).isEqualTo(covered);
    if (covered >= size) {
      assertThat(window.after(size) - window.before(size)).isBetween(0, 1);
    }
  }
}
