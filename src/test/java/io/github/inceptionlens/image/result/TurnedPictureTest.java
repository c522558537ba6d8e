package io.github.inceptionlens.image.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pictures are turned about a place, counterclockwise. */
final class TurnedPictureTest {

  private static final int SIDE = 41;

  private static Picture noise() {
    final float[] plane = new float[SIDE * SIDE];
    final Random random = new Random(1);
    for (int i = 0; i < plane.length; i++) {
      plane[i] = random.nextInt(256);
    }
    return new Picture(SIDE, SIDE, List.of(plane));
  }

  @Test
  void quartersMoveWholePixels() {
    final float[] plain = noise().plane(0);
    final TurnedPicture turned = new TurnedPicture(noise(), 20, 20, 0);
    assertThat(turned.of(0, 1, SIDE, 20, 20).plane(0)).containsExactly(plain);
    final float[] quarter = turned.of(90, 1, SIDE, 20, 20).plane(0);
    final float[] half = turned.of(-180, 1, SIDE, 20, 20).plane(0);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        assertThat(quarter[(SIDE - 1 - x) * SIDE + y]).isEqualTo(plain[y * SIDE + x]);
        assertThat(half[(SIDE - 1 - y) * SIDE + SIDE - 1 - x]).isEqualTo(plain[y * SIDE + x]);
      }
    }
  }

  @Test
  void thePlaceStaysAndTheRestIsGround() {
    final Picture source = noise();
    final Picture turned = new TurnedPicture(source, 3, 30, 77).of(33, 1, SIDE, 25, 10);
    assertThat(turned.plane(0)[10 * SIDE + 25])
        .isCloseTo(source.plane(0)[30 * SIDE + 3], within(1e-3f));
    assertThat(turned.plane(0)[10 * SIDE]).isEqualTo(77);
  }

  /** A ramp turned by an angle rises in that direction, with the same slope. */
  @Test
  void aRampTurnsByItsAngle() {
    final float[] ramp = new float[SIDE * SIDE];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = 100 + 2 * (i % SIDE - 20);
    }
    final float[] turned =
        new TurnedPicture(new Picture(SIDE, SIDE, List.of(ramp)), 20, 20, 0)
            .of(30, 1, SIDE, 20, 20)
            .plane(0);
    final double right = (turned[20 * SIDE + 25] - turned[20 * SIDE + 15]) / 10;
    final double up = (turned[15 * SIDE + 20] - turned[25 * SIDE + 20]) / 10;
    assertThat(Math.toDegrees(Math.atan2(up, right))).isCloseTo(30, within(0.01));
    assertThat(Math.hypot(right, up)).isCloseTo(2, within(1e-3));
  }

  @Test
  void shrinkingAverages() {
    final float[] board = new float[SIDE * SIDE];
    for (int i = 0; i < board.length; i++) {
      board[i] = (i % SIDE + i / SIDE) % 2 == 0 ? 0 : 200;
    }
    final float[] small =
        new TurnedPicture(new Picture(SIDE, SIDE, List.of(board)), 20, 20, 100)
            .of(0, 0.25, 9, 4, 4)
            .plane(0);
    assertThat(
            Arrays.stream(new int[] {30, 31, 40, 41}).allMatch(i -> Math.abs(small[i] - 100) < 1))
        .isTrue();
  }
}
