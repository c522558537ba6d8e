package io.github.inceptionlens.command.browser.units;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.command.browser.units.UnitGrid.Move;
import java.awt.Rectangle;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Eleven cells of 100 x 120 pixels in a window of 430: rows of four, the last of three. */
final class UnitGridTest {

  private static final UnitGrid GRID = new UnitGrid(11, 430, 100, 120);

  private static int moved(final int from, final Move move) {
    return GRID.moved(from, move, 250);
  }

  @Test
  void asManyColumnsAsFitStandInTheMiddle() {
    assertThat(GRID.columns()).isEqualTo(4);
    assertThat(GRID.height()).isEqualTo(360);
    assertThat(GRID.bounds(0)).isEqualTo(new Rectangle(15, 0, 100, 120));
    assertThat(GRID.bounds(6)).isEqualTo(new Rectangle(215, 120, 100, 120));
    assertThat(new UnitGrid(3, 40, 100, 120).columns()).isEqualTo(1);
  }

  @Test
  void eachPlaceIsThatOfItsCellOrOfNone() {
    for (int i = 0; i < 11; i++) {
      final Rectangle cell = GRID.bounds(i);
      assertThat(GRID.at(cell.x, cell.y)).hasValue(i);
      assertThat(GRID.at(cell.x + 99, cell.y + 119)).hasValue(i);
    }
    assertThat(GRID.at(14, 10)).isEqualTo(OptionalInt.empty());
    assertThat(GRID.at(416, 10)).isEqualTo(OptionalInt.empty());
    assertThat(GRID.at(400, 300)).as("after the last").isEqualTo(OptionalInt.empty());
    assertThat(GRID.at(100, -1)).isEqualTo(OptionalInt.empty());
  }

  @Test
  void cellsAreSeenThatReachIntoTheWindow() {
    final Rectangle seen = new Rectangle(0, 119, 430, 122);
    assertThat(GRID.first(seen)).isEqualTo(0);
    assertThat(GRID.last(seen)).isEqualTo(11);
    assertThat(GRID.first(new Rectangle(0, 120, 430, 120))).isEqualTo(4);
    assertThat(GRID.last(new Rectangle(0, 120, 430, 120))).isEqualTo(8);
    assertThat(new UnitGrid(0, 430, 100, 120).last(seen)).isZero();
  }

  @Test
  void arrowsPagesAndEndsLeadFromCellToCell() {
    assertThat(moved(5, Move.LEFT)).isEqualTo(4);
    assertThat(moved(0, Move.LEFT)).isEqualTo(0);
    assertThat(moved(3, Move.RIGHT)).isEqualTo(4);
    assertThat(moved(10, Move.RIGHT)).isEqualTo(10);
    assertThat(moved(5, Move.UP)).isEqualTo(1);
    assertThat(moved(2, Move.UP)).isEqualTo(2);
    assertThat(moved(1, Move.DOWN)).isEqualTo(5);
    assertThat(moved(7, Move.DOWN)).as("to the end of the last row").isEqualTo(10);
    assertThat(moved(9, Move.DOWN)).isEqualTo(9);
    assertThat(moved(10, Move.PAGE_UP)).isEqualTo(2);
    assertThat(moved(6, Move.PAGE_UP)).isEqualTo(2);
    assertThat(moved(1, Move.PAGE_DOWN)).isEqualTo(9);
    assertThat(moved(3, Move.PAGE_DOWN)).isEqualTo(10);
    assertThat(moved(5, Move.HOME)).isEqualTo(0);
    assertThat(moved(5, Move.END)).isEqualTo(10);
  }
}
