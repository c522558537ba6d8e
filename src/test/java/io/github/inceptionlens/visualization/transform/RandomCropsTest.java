package io.github.inceptionlens.visualization.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.engine.TorchEngine;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RandomCropsTest {

  private static final int WIDTH = 80;
  private static final int HEIGHT = 60;

  @Test
  void theSideFallsOverTheFirstStepsAndStays() {
    final RandomCrops crops = (RandomCrops) Transforms.CROPS;
    assertThat(crops.side(0, 1024)).isEqualTo(0.5);
    assertThat(crops.side(51, 1024)).isCloseTo(0.41, within(1e-9));
    assertThat(crops.side(255, 1024)).isCloseTo(0.05, within(1e-9));
    assertThat(crops.side(4000, 1024)).isCloseTo(0.05, within(1e-9));
    assertThat(crops.side(255, 130)).isCloseTo(0.2, within(1e-9));
    assertThat(crops.side(255, 40)).isEqualTo(0.5);
    assertThat(crops.copies()).isEqualTo(8);
    assertThat(crops.output(128)).isEqualTo(128);
    assertThat(crops.output(512)).isEqualTo(224);
    assertThat(crops.description())
        .isEqualTo("crops: 8, side 0.5 to 0.05 (at least 26 pixels) over 256 steps, noise 0.08");
  }

  /** At the end of the fall, by the slope of a picture that tells the column. */
  @ParameterizedTest
  @CsvSource({"80, 26", "48, 24", "20, 10"})
  void noCropIsDrawnSmallerThanThat(final int side, final int least) {
    final RandomCrops crops = new RandomCrops(64, 0.5, 0.05, 0);
    final float[] values = new float[3 * side * side];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % side;
    }
    try (NDManager manager = TorchEngine.start(Progress.NONE).newManager()) {
      final TransformSampler mover = TransformSampler.of(crops, manager, side, side);
      mover.draw(new SplittableRandom(1), 400);
      final NDArray moved = mover.move(manager.create(values, new Shape(1, 3, side, side)));
      double smallest = side;
      for (int crop = 0; crop < 64; crop++) {
        final float[] row = moved.get(crop, 0, 0).toFloatArray();
        smallest = Math.min(smallest, side * (row[side / 2 + 1] - row[side / 2]));
      }
      assertThat(smallest).isCloseTo(least, within(0.1));
    }
  }

  /** Two pictures that tell the column, and the column and 1000 more; the planes tell the row. */
  private static NDArray places(final NDManager manager) {
    final float[] values = new float[2 * 3 * WIDTH * HEIGHT];
    for (int i = 0; i < values.length; i++) {
      final int plane = i / (WIDTH * HEIGHT);
      final int pixel = i % (WIDTH * HEIGHT);
      final int place = plane % 3 == 0 ? pixel % WIDTH : pixel / WIDTH;
      values[i] = place + (plane < 3 ? 0 : 1000);
    }
    return manager.create(values, new Shape(2, 3, HEIGHT, WIDTH));
  }

  @Test
  void cropsAreSquaresWithinThePictureEnlargedToItsSize() {
    final RandomCrops crops = new RandomCrops(5, 0.4, 0.4, 0);
    try (NDManager manager = TorchEngine.start(Progress.NONE).newManager()) {
      final TransformSampler mover = TransformSampler.of(crops, manager, WIDTH, HEIGHT);
      mover.draw(new SplittableRandom(1), 0);
      final NDArray moved = mover.move(places(manager));
      assertThat(moved.getShape()).isEqualTo(new Shape(10, 3, HEIGHT, WIDTH));
      for (int crop = 0; crop < 5; crop++) {
        final float[] columns = moved.get(2 * crop, 0).toFloatArray();
        final float[] rows = moved.get(2 * crop, 1).toFloatArray();
        final float across = columns[WIDTH / 2 + 1] - columns[WIDTH / 2];
        final float down = rows[(HEIGHT / 2 + 1) * WIDTH] - rows[HEIGHT / 2 * WIDTH];
        assertThat(across).isBetween(0.2f, 0.6f).isCloseTo(down, within(1e-3f));
        assertThat(columns[0]).isGreaterThanOrEqualTo(0);
        assertThat(columns[WIDTH - 1]).isLessThanOrEqualTo(WIDTH - 1);
        assertThat(columns[WIDTH - 2] - columns[1]).isCloseTo((WIDTH - 3) * across, within(0.01f));
        assertThat(rows[(HEIGHT - 1) * WIDTH]).isLessThanOrEqualTo(HEIGHT - 1);
        final float[] other = moved.get(2 * crop + 1, 0).toFloatArray();
        for (int i = 0; i < other.length; i++) {
          assertThat(other[i] - 1000).isCloseTo(columns[i], within(1e-3f));
        }
      }
    }
  }

  @Test
  void theNoiseHasItsDeviationAndTheSameSeedDrawsTheSame() {
    final RandomCrops crops = new RandomCrops(4, 0.5, 0.05, 0.08);
    try (NDManager manager = TorchEngine.start(Progress.NONE).newManager()) {
      final NDArray gray = manager.full(new Shape(1, 3, HEIGHT, WIDTH), 0.5f);
      final float[] first = drawn(crops, gray, 7);
      double sum = 0;
      double squares = 0;
      for (final float value : first) {
        sum += value - 0.5;
        squares += (value - 0.5) * (value - 0.5);
      }
      assertThat(sum / first.length).isCloseTo(0, within(2e-3));
      assertThat(Math.sqrt(squares / first.length)).isCloseTo(0.08, within(2e-3));
      assertThat(drawn(crops, gray, 7)).isEqualTo(first);
      assertThat(drawn(crops, gray, 8)).isNotEqualTo(first);
    }
  }

  private static float[] drawn(final RandomCrops crops, final NDArray picture, final long seed) {
    final TransformSampler mover = TransformSampler.of(crops, picture.getManager(), WIDTH, HEIGHT);
    mover.draw(new SplittableRandom(seed), 100);
    return mover.move(picture).toFloatArray();
  }

  @Test
  void whatIsNoCropIsRefused() {
    assertThatThrownBy(() -> new RandomCrops(0, 0.5, 0.5, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RandomCrops(1, 0, 0.5, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RandomCrops(1, 0.5, 1.5, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RandomCrops(1, 0.5, 0.5, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
