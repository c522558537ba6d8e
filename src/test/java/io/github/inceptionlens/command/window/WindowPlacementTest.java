package io.github.inceptionlens.command.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Point;
import java.awt.Rectangle;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowPlacementTest {

  private static final Rectangle SCREEN = new Rectangle(0, 0, 1000, 800);
  private static final Rectangle SMALL = new Rectangle(0, 0, 300, 200);

  @Test
  void besideTheImageWhereverThereIsRoom() {
    assertThat(place(new Rectangle(10, 20, 400, 300), 0)).contains(new Point(410, 20));
    assertThat(place(new Rectangle(500, 20, 400, 300), 0)).contains(new Point(500, 320));
    assertThat(place(new Rectangle(600, 400, 400, 300), 0)).contains(new Point(300, 400));
    assertThat(place(new Rectangle(100, 300, 800, 500), 0)).contains(new Point(100, 100));
    assertThat(place(new Rectangle(0, 0, 1000, 800), 0)).isEmpty();
    assertThat(place(new Rectangle(10, 700, 400, 100), 0)).contains(new Point(10, 500));
  }

  @Test
  void aLargeWindowBesideALowImageMovesUpAsFarAsItMust() {
    assertThat(
            WindowPlacement.place(
                new Rectangle(10, 300, 250, 280), new Rectangle(700, 700), SCREEN, 0))
        .contains(new Point(260, 100));
  }

  @Test
  void severalCascadeAndNoneLiesOnTheImage() {
    final Rectangle image = new Rectangle(10, 20, 400, 300);
    for (int shift = 0; shift < 300; shift += 24) {
      final Point at = place(image, shift).orElseThrow();
      assertThat(image.intersects(new Rectangle(at, SMALL.getSize()))).isFalse();
    }
    assertThat(place(image, 24)).contains(new Point(434, 44));
  }

  private static Optional<Point> place(final Rectangle source, final int shift) {
    return WindowPlacement.place(source, SMALL, SCREEN, shift);
  }
}
