package io.github.inceptionlens.atlas.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.UserError;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that a text names. */
final class CellSelectionTest {

  private static final int CELLS = 12;

  @Test
  void numbersAndRangesAreReadAndWritten() {
    final CellSelection some = CellSelection.of(" 9 , 3,7 - 8,3", CELLS);
    assertThat(IntStream.rangeClosed(0, CELLS).filter(some::holds)).containsExactly(3, 7, 8, 9);
    assertThat(some.words()).isEqualTo("3,7-9");
    assertThat(CellSelection.of(IntStream.of(12, 1, 2)).words()).isEqualTo("1-2,12");
  }

  @Test
  void itsMaskIsWhereItsCellsAreAndNeverWhereNoneIs() {
    final float[] cells = {0, 1, 2, 2, 3, 0};
    assertThat(CellSelection.of("1-2", CELLS).mask(cells))
        .containsExactly(false, true, true, true, false, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "13", "2,", "a", "5-3", "1-2-3", "-3", "1.5", "3-"})
  void whatIsNoCellIsRefused(final String text) {
    assertThatThrownBy(() -> CellSelection.of(text, CELLS))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "selection is \""
                + text
                + "\", expected numbers of the atlas's cells, 1 to 12, such as 3,7-9");
  }
}
