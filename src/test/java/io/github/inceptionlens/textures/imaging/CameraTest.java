package io.github.inceptionlens.textures.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.textures.random.SeededRandom;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CameraTest {

  private static final int SIZE = 64;
  private static final double MANY = 1e9;

  @Test
  void contrastStandsOnTheBackground() {
    final float[] plane = plane(halves(), nuisance(false, Coloring.GRAY, 0, MANY), 0);
    assertThat(plane[SIZE * 10 + 2]).isCloseTo(0.2f * 255, within(0.1f));
    assertThat(plane[SIZE * 10 + SIZE - 3]).isCloseTo(0.7f * 255, within(0.1f));
  }

  @Test
  void polarityTurnsTheStructureAround() {
    final float[] plane = plane(halves(), nuisance(true, Coloring.GRAY, 0, MANY), 0);
    assertThat(plane[SIZE * 10 + 2]).isCloseTo(0.7f * 255, within(0.1f));
    assertThat(plane[SIZE * 10 + SIZE - 3]).isCloseTo(0.2f * 255, within(0.1f));
  }

  @Test
  void illuminationFallsAlongItsDirection() {
    final float[] flat = new float[SIZE * SIZE];
    Arrays.fill(flat, 1);
    final float[] plane = plane(flat, nuisance(false, Coloring.GRAY, 0.4, MANY), 0);
    assertThat(plane[SIZE * 10]).isCloseTo(0.7f * 255, within(0.1f));
    assertThat(plane[SIZE * 10 + SIZE - 1]).isCloseTo(0.7f * 0.6f * 255, within(1.5f));
  }

  @Test
  void aDyeShowsItsColor() {
    final Nuisance red = nuisance(false, Coloring.FLUORESCENT, 0, MANY);
    assertThat(plane(halves(), red, 0)[SIZE - 3]).isCloseTo(0.7f * 255, within(0.1f));
    assertThat(plane(halves(), red, 1)[SIZE - 3]).isLessThan(20);
    assertThat(plane(halves(), red, 2)[SIZE - 3]).isLessThan(20);
  }

  @Test
  void stainsAbsorbColorsDifferently() {
    final Nuisance nuisance = nuisance(true, Coloring.BRIGHTFIELD, 0, MANY);
    final double dense = plane(halves(), nuisance, 0)[SIZE - 3];
    final double clear = plane(halves(), nuisance, 0)[2];
    assertThat(dense).isLessThan(clear);
    final Stains stains = Stains.draw(new SeededRandom(1, "stains"), 0, 1.5);
    final float[] none = {1};
    final float[] once = {0.5f};
    final float[] twice = {0};
    final float[] counter = {0};
    for (int c = 0; c < 3; c++) {
      final double one = stains.transmit(c, once, counter)[0];
      assertThat(stains.transmit(c, none, counter)[0]).isEqualTo(1);
      assertThat((double) stains.transmit(c, twice, counter)[0]).isCloseTo(one * one, within(1e-4));
    }
  }

  @Test
  void shotNoiseGrowsWithTheSignal() {
    final Nuisance nuisance = nuisance(false, Coloring.GRAY, 0, 100);
    final float[] plane = plane(halves(), nuisance, 0);
    assertThat(variance(plane, 0, 28)).isCloseTo(0.2 / 100, within(0.0003));
    assertThat(variance(plane, 36, SIZE)).isCloseTo(0.7 / 100, within(0.001));
  }

  @Test
  void noiseByPlaceIsAsStrongAndNeighborsDoNotShareIt() {
    final Nuisance nuisance = nuisance(false, Coloring.GRAY, 0, 100);
    final float[] plane = Camera.placingNoise(nuisance, SIZE, SIZE, 1).expose(halves()).plane(0);
    assertThat(variance(plane, 0, 28)).isCloseTo(0.2 / 100, within(0.0003));
    assertThat(variance(plane, 36, SIZE)).isCloseTo(0.7 / 100, within(0.001));
    assertThat(likeness(plane, 1)).isCloseTo(0, within(0.06));
    assertThat(likeness(plane, SIZE)).isCloseTo(0, within(0.06));
  }

  @Test
  void noiseByPlaceDoesNotHearOfOtherPlaces() {
    final Nuisance nuisance = nuisance(true, Coloring.BRIGHTFIELD, 0.2, 300);
    final float[] changed = halves();
    changed[0] = 1;
    final Picture before = Camera.placingNoise(nuisance, SIZE, SIZE, 5).expose(halves());
    final Picture after = Camera.placingNoise(nuisance, SIZE, SIZE, 5).expose(changed);
    assertThat(nuisance.blurRadius()).isEqualTo(2);
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < changed.length; i++) {
        if (i % SIZE > 2 || i / SIZE > 2) {
          assertThat(after.plane(c)[i]).isEqualTo(before.plane(c)[i]);
        }
      }
      assertThat(after.plane(c)[0]).isNotEqualTo(before.plane(c)[0]);
    }
  }

  @Test
  void blurKeepsAConstantAndSpreadsAPointAsItsDeviationSays() {
    final float[] values = new float[SIZE * SIZE];
    values[SIZE * 32 + 32] = 1;
    new Blur(1.5).apply(values, SIZE, SIZE);
    double mass = 0;
    double spread = 0;
    for (int i = 0; i < values.length; i++) {
      mass += values[i];
      spread += values[i] * Math.pow(i % SIZE - 32, 2);
    }
    assertThat(mass).isCloseTo(1, within(1e-5));
    assertThat(Math.sqrt(spread)).isCloseTo(1.5, within(0.08));
    final float[] flat = new float[15];
    Arrays.fill(flat, 0.3f);
    new Blur(1).apply(flat, 5, 3);
    assertThat(flat).containsOnly(flat[0]);
    assertThat(flat[0]).isCloseTo(0.3f, within(1e-6f));
  }

  private static float[] plane(final float[] structure, final Nuisance nuisance, final int index) {
    final Picture image = new Camera(nuisance, SIZE, SIZE, 1).expose(structure);
    return image.plane(index);
  }

  private static Nuisance nuisance(
      final boolean dark, final Coloring coloring, final double fall, final double photons) {
    return new Nuisance(0.2, 0.5, dark, 0, coloring, 0, 1.5, 0.1, 0.5, 0, fall, 0, photons, 0);
  }

  private static float[] halves() {
    final float[] structure = new float[SIZE * SIZE];
    for (int i = 0; i < structure.length; i++) {
      structure[i] = i % SIZE < SIZE / 2 ? 0 : 1;
    }
    return structure;
  }

  /** How much a pixel of the right part tells of the one that follows after so many, -1 to 1. */
  private static double likeness(final float[] plane, final int step) {
    final double[] pairs =
        IntStream.range(0, plane.length - SIZE - 1)
            .filter(i -> i % SIZE >= 36 && i % SIZE < SIZE - 1)
            .mapToDouble(i -> (plane[i] / 255 - 0.7) * (plane[i + step] / 255 - 0.7))
            .toArray();
    return Arrays.stream(pairs).average().orElseThrow() / variance(plane, 36, SIZE);
  }

  /** Of the values between two columns, on a scale of 0 to 1. */
  private static double variance(final float[] plane, final int from, final int to) {
    final double[] values =
        IntStream.range(0, plane.length)
            .filter(i -> i % SIZE >= from && i % SIZE < to)
            .mapToDouble(i -> plane[i] / 255)
            .toArray();
    final double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
  }
}
