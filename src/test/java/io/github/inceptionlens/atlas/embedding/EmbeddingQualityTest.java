package io.github.inceptionlens.atlas.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.Progress;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How well neighbors are kept. */
final class EmbeddingQualityTest {

  private static EmbeddingQuality quality(
      final float[] rows, final int channels, final float... plane) {
    return EmbeddingQuality.of(rows, channels, List.of(plane), 0, Progress.NONE).get(0);
  }

  private static float[] random(final int count, final long seed) {
    final Random dice = new Random(seed);
    final float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) dice.nextGaussian();
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 30, 500, 2000})
  void thePlaneItselfIsKeptWholly(final int size) {
    final float[] plane = random(2 * size, 1);
    final EmbeddingQuality quality = quality(plane, 2, plane);
    assertThat(quality.trustworthiness()).isEqualTo(1);
    assertThat(quality.preservation()).isEqualTo(1);
    assertThat(quality.neighbors()).isEqualTo(Math.min(15, (size - 1) / 2));
    assertThat(quality.measured()).isEqualTo(Math.min(1000, size));
    assertThat(quality.vectors()).isEqualTo(size);
  }

  @ParameterizedTest
  @ValueSource(ints = {600, 3000})
  void pointsPutDownByChanceKeepWhatChanceKeeps(final int size) {
    final EmbeddingQuality quality = quality(random(20 * size, 1), 20, random(2 * size, 2));
    assertThat(quality.trustworthiness()).isCloseTo(0.5, within(0.02));
    assertThat(quality.preservation()).isCloseTo(quality.chance(), within(0.006));
    assertThat(quality.chance()).isCloseTo(15.0 / (size - 1), within(1e-12));
  }

  /**
   * Five vectors on a line, the second and the fifth of which change places in the plane: with k =
   * 2 the strangers have the ranks 4, 3, 4, 3 and 4, and one of two neighbors is left to each.
   */
  @Test
  void aSmallExampleComesToWhatWasCountedByHand() {
    final float[] line = {0, 1, 3, 6, 10};
    final float[] plane = {0, 0, 10, 0, 3, 0, 6, 0, 1, 0};
    final EmbeddingQuality quality = quality(line, 1, plane);
    assertThat(quality.neighbors()).isEqualTo(2);
    assertThat(quality.trustworthiness()).isCloseTo(1 - 2.0 * 8 / (5 * 2 * 3), within(1e-12));
    assertThat(quality.preservation()).isCloseTo(0.5, within(1e-12));
  }
}
