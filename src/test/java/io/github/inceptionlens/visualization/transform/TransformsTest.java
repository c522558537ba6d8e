package io.github.inceptionlens.visualization.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.engine.TorchEngine;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TransformsTest {

  private static final AffineTransforms STANDARD = (AffineTransforms) Transforms.STANDARD;

  @Test
  void theStandardOnesAreLucids() {
    final AffineTransforms standard = STANDARD;
    assertThat(standard.scales())
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1)
        .containsExactly(0.90, 0.92, 0.94, 0.96, 0.98, 1.00, 1.02, 1.04, 1.06, 1.08, 1.10);
    assertThat(standard.angles()).hasSize(26).contains(-10, 10);
    assertThat(Collections.frequency(standard.angles(), 0)).isEqualTo(6);
    assertThat(standard.output(128)).isEqualTo(140);
    assertThat(standard.description())
        .isEqualTo("standard: pad 12, jitter 8, scale 0.9 to 1.1, rotate -10 to 10, jitter 4");
  }

  @Test
  void drawsStayInTheirRangesAndReachTheirEnds() {
    final SplittableRandom random = new SplittableRandom(1);
    double widest = 0;
    double steepest = 0;
    double farthest = 0;
    for (int i = 0; i < 5000; i++) {
      final AffineMap map = STANDARD.draw(random, 128, 128);
      final double factor = Math.hypot(map.xx(), map.yx());
      widest = Math.max(widest, factor);
      steepest = Math.max(steepest, Math.toDegrees(Math.asin(map.yx() / factor)));
      final double middle = map.x(69.5, 69.5) - 63.5;
      farthest = Math.max(farthest, Math.abs(middle));
    }
    assertThat(widest).isCloseTo(1 / 0.9, within(1e-9));
    assertThat(steepest).isCloseTo(10, within(1e-9));
    assertThat(farthest).isBetween(4.0, 4 + 2 * Math.sqrt(2) / 0.9);
  }

  @Test
  void theSameSeedDrawsTheSame() {
    final Stream<AffineMap> first = maps(new SplittableRandom(7));
    assertThat(first.toList()).isEqualTo(maps(new SplittableRandom(7)).toList());
    assertThat(maps(new SplittableRandom(8)).toList())
        .isNotEqualTo(maps(new SplittableRandom(7)).toList());
  }

  private static Stream<AffineMap> maps(final SplittableRandom random) {
    return IntStream.range(0, 20).mapToObj(i -> STANDARD.draw(random, 64, 64));
  }

  /** The crops in the middle, no scale, no turn. */
  @ParameterizedTest
  @ValueSource(ints = {8, 9})
  void theIdentityReturnsThePictureInGray(final int side) {
    final AffineTransforms still = new AffineTransforms("still", 2, 0, List.of(1.0), List.of(0), 0);
    final float[] moved = moved(still.draw(new SplittableRandom(0), side, side), side, side + 4);

    for (int i = 0; i < moved.length; i++) {
      final int column = i % (side + 4) - 2;
      final int row = i / (side + 4) - 2;
      final boolean inside = column >= 0 && column < side && row >= 0 && row < side;
      assertThat(moved[i]).isEqualTo(inside ? value(row * side + column) : 0.5f);
    }
  }

  /** Every crop lies at whole pixels, so that jitter never blurs, also when it is odd. */
  @Test
  void jitterMovesByWholePixels() {
    final AffineTransforms odd = new AffineTransforms("odd", 3, 3, List.of(1.0), List.of(0), 2);
    final SplittableRandom random = new SplittableRandom(0);
    for (int i = 0; i < 50; i++) {
      final AffineMap map = odd.draw(random, 10, 10);
      assertThat(map.x0()).isEqualTo(Math.rint(map.x0())).isBetween(-3.0, 2.0);
    }
  }

  @Test
  void aQuarterTurnAndTheTurnBackMeetThePixels() {
    final AffineMap center = AffineMap.shift(-3.5, -3.5);
    final AffineMap back = AffineMap.shift(3.5, 3.5);
    final float[] turned = moved(center.then(AffineMap.turn(Math.PI / 2, 1)).then(back), 8, 8);

    for (int i = 0; i < 64; i++) {
      final int column = i % 8;
      final int row = i / 8;
      assertThat(turned[i]).isCloseTo(value(column * 8 + 7 - row), within(1e-5f));
    }
  }

  private static float[] moved(final AffineMap map, final int side, final int out) {
    try (NDManager manager = TorchEngine.start(Progress.NONE).newManager()) {
      final AffineResampler mover =
          new AffineResampler(
              new AffineTransforms("any", (out - side) / 2, 0, List.of(1.0), List.of(0), 0),
              side,
              side);
      mover.follow(map);
      final float[] values = new float[side * side];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(i);
      }
      final NDArray picture = manager.create(values, new Shape(1, 1, side, side));
      return mover.move(picture).toFloatArray();
    }
  }

  private static float value(final int index) {
    return (float) Math.sin(index);
  }

  @Test
  void whatDoesNotExistOrFitIsRefused() {
    assertThatThrownBy(() -> Transforms.named("wild"))
        .isInstanceOf(UserError.class)
        .hasMessage("transforms is \"wild\", expected one of: standard, jitter, none, crops");
    assertThatThrownBy(() -> new AffineTransforms("x", 1, 2, List.of(1.0), List.of(0), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
