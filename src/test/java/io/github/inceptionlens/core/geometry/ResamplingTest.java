package io.github.inceptionlens.core.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ResamplingTest {

  @Property(tries = 200)
  void constantStaysConstant(
      @ForAll @IntRange(min = 1, max = 40) final int width,
      @ForAll @IntRange(min = 1, max = 40) final int height,
      @ForAll @IntRange(min = 1, max = 60) final int newWidth,
      @ForAll @IntRange(min = 1, max = 60) final int newHeight,
      @ForAll @FloatRange(min = -1000, max = 1000) final float value) {
    final float[] plane = new float[width * height];
    Arrays.fill(plane, value);
    assertThat(resize(plane, width, height, newWidth, newHeight))
        .hasSize(newWidth * newHeight)
        .containsOnly(value);
  }

  @Property(tries = 200)
  void rampStaysOnPixelCentersAwayFromTheEnds(
      @ForAll @IntRange(min = 8, max = 100) final int length,
      @ForAll @IntRange(min = 4, max = 200) final int newLength) {
    final float[] ramp = new float[length];
    for (int i = 0; i < length; i++) {
      ramp[i] = i + 0.5F;
    }
    final float[] resized = resize(ramp, length, 1, newLength, 1);
    final double step = (double) length / newLength;
    for (int i = 0; i < newLength; i++) {
      final double position = (i + 0.5) * step;
      final double reach = Math.max(step, 1);
      if (position >= reach && position <= length - reach) {
        assertThat(resized[i]).isCloseTo((float) position, within(1e-4F));
      }
    }
  }

  @Property(tries = 300)
  void weightsAreSharesThatNeverTurnNegative(
      @ForAll @IntRange(min = 1, max = 300) final int length,
      @ForAll @IntRange(min = 1, max = 300) final int newLength) {
    final FilterWeights taps = FilterWeights.triangle(length, newLength, 0, newLength);
    for (int i = 0; i < newLength; i++) {
      assertThat(Arrays.stream(taps.weights(i)).min().orElseThrow()).isGreaterThan(-1e-12);
      assertThat(Arrays.stream(taps.weights(i)).sum()).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void sameSizeIsTheSameBitForBitInANewArray() {
    final float[] plane = noise(7 * 5);
    assertThat(resize(plane, 7, 5, 7, 5)).isEqualTo(plane).isNotSameAs(plane);
  }

  @Test
  void halvingUsesATriangleFourPixelsWide() {
    final float[] halved = resize(new float[] {0, 0, 0, 8, 0, 0, 0, 0}, 8, 1, 4, 1);
    assertThat(halved).containsExactly(0, 3, 1, 0);
  }

  @Test
  void doublingInterpolatesBetweenHalfPixelsAndRepeatsTheEnds() {
    assertThat(resize(new float[] {0, 4}, 2, 1, 4, 1)).containsExactly(0, 1, 3, 4);
    assertThat(resize(new float[] {0, 4}, 1, 2, 1, 4)).containsExactly(0, 1, 3, 4);
  }

  @Test
  void columnsAndRowsAreTreatedAlike() {
    final float[] plane = noise(9 * 6);
    final float[] resized = resize(plane, 9, 6, 5, 13);
    final float[] swapped = resize(transposed(plane, 9, 6), 6, 9, 13, 5);
    assertThat(transposed(resized, 5, 13)).containsExactly(swapped, within(1e-3F));
  }

  @Test
  void windowIsPartOfTheWhole() {
    final float[] plane = noise(50 * 40);
    final float[] whole = resize(plane, 50, 40, 20, 16);
    final float[] window =
        new Resampling(FilterWeights.triangle(50, 20, 3, 10), FilterWeights.triangle(40, 16, 6, 4))
            .apply(plane);
    for (int y = 0; y < 4; y++) {
      for (int x = 0; x < 10; x++) {
        assertThat(window[y * 10 + x]).isEqualTo(whole[(y + 6) * 20 + x + 3]);
      }
    }
  }

  @Test
  void wrongSizeIsRefused() {
    final Resampling resampling =
        new Resampling(FilterWeights.triangle(3, 3, 0, 3), FilterWeights.triangle(3, 3, 0, 3));
    assertThatThrownBy(() -> resampling.apply(new float[8]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 x 3");
  }

  private static float[] resize(
      final float[] plane, final int width, final int height, final int w, final int h) {
    return new Resampling(
            FilterWeights.triangle(width, w, 0, w), FilterWeights.triangle(height, h, 0, h))
        .apply(plane);
  }

  private static float[] noise(final int count) {
    final Random random = new Random(5);
    final float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextFloat() * 255;
    }
    return values;
  }

  private static float[] transposed(final float[] plane, final int width, final int height) {
    final float[] result = new float[plane.length];
    for (int i = 0; i < plane.length; i++) {
      result[i % width * height + i / width] = plane[i];
    }
    return result;
  }
}
