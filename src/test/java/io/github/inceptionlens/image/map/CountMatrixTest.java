package io.github.inceptionlens.image.map;

import static org.assertj.core.api.Assertions.assertThat;

import ij.process.ColorProcessor;
import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Counts as a picture: where the cells are and how bright. */
final class CountMatrixTest {

  private static final int NAME = 220;
  private static final int HEAD = 44;
  private static final int CELL = 28;

  private static int brightness(final ColorProcessor page, final int row, final int column) {
    final Color corner = page.getColor(NAME + column * CELL + 1, HEAD + row * CELL + 1);
    return corner.getRed() + corner.getGreen() + corner.getBlue();
  }

  @Test
  void aCellIsTheBrighterTheLargerItsPartOfTheRow() {
    final int[][] counts = {{8, 0, 0}, {1, 2, 1}, {0, 0, 0}};
    final ColorProcessor page =
        (ColorProcessor)
            new CountMatrix(List.of("one", "two", "three"), counts, "label", "best class")
                .image("matrix")
                .getProcessor();
    assertThat(page.getWidth()).isGreaterThanOrEqualTo(NAME + 3 * CELL);
    assertThat(brightness(page, 0, 0)).isGreaterThan(brightness(page, 1, 1));
    assertThat(brightness(page, 1, 1)).isGreaterThan(brightness(page, 1, 0));
    assertThat(brightness(page, 1, 0)).isEqualTo(brightness(page, 1, 2));
    assertThat(brightness(page, 1, 0)).isGreaterThan(brightness(page, 0, 1));
    assertThat(brightness(page, 2, 2)).isEqualTo(brightness(page, 0, 1));
  }
}
